/** Builds when an output is missing or older than any source, so that `npm start` right after a pull runs what was pulled. */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const OUTPUTS = [
  'packages/cli/dist/kilo.cjs',
  'packages/console/dist/host/main.js',
  'packages/console/dist/app/index.html',
  'e2e/dist/demo.js',
]

const SOURCES = [
  'packages/daemon/src',
  'packages/cli/src',
  'packages/console/host',
  'packages/console/shared',
  'packages/console/src',
  'e2e',
  'package.json',
  'package-lock.json',
  'scripts/build-programs.mjs',
  'scripts/code-cache.mjs',
  'scripts/capture-code.cjs',
  'vite.config.ts',
]

const SKIPPED = new Set(['dist', 'test-results', 'node_modules'])

/** Milliseconds; a folder counts as its newest entry, and as itself unless it holds outputs: a deleted file shows there alone. */
function newest(entry) {
  const stats = statSync(entry)
  if (!stats.isDirectory()) return stats.mtimeMs
  const names = readdirSync(entry)
  const own = names.some((name) => SKIPPED.has(name)) ? 0 : stats.mtimeMs
  const below = names.filter((name) => !SKIPPED.has(name)).map((name) => newest(path.join(entry, name)))
  return Math.max(own, ...below)
}

function builtAt(output) {
  return statSync(path.join(root, output), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

const oldestOutput = Math.min(...OUTPUTS.map(builtAt))
const newestSource = Math.max(...SOURCES.map((source) => newest(path.join(root, source))))

if (oldestOutput < newestSource) {
  process.stderr.write('building, this takes a few seconds\n')
  const built = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (built.status !== 0) {
    process.stderr.write('hint: npm install, then npm run build\n')
    process.exitCode = 1
  }
}
