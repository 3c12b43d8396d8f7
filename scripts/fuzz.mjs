/** `npm run fuzz [-- 500000]`: real events and answers, changed in so many ways, against host and page. Prints what was counted. */
import { spawnSync } from 'node:child_process'

const runs = process.argv[2] ?? '100000'
const args = ['vitest', 'run', 'fuzz.test', '--testTimeout', '3600000', '--disable-console-intercept']
const { status } = spawnSync('npx', args, {
  stdio: 'inherit',
  env: { ...process.env, KILO_FUZZ_RUNS: runs },
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
