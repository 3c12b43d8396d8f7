import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [solid()],
  test: {
    include: ['packages/**/*.test.{ts,tsx}', 'e2e/scripted-model/*.test.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
  },
})
