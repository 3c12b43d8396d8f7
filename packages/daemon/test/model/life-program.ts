import { bundle } from '../world/bundle.ts'
import type { Program } from './killed-program.ts'

/** Builds testing/life.ts. */
export async function buildLife(): Promise<{ program: Program; remove: () => Promise<void> }> {
  const { path, remove } = await bundle(new URL('../world/life.ts', import.meta.url))
  return { program: (action, { first, last }) => [path, action, String(first), String(last)], remove }
}
