/** Engines that users have and that are not ours to install: fetched from npm once, into a cache that outlives the checkout. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const suffix = process.platform === 'win32' ? '.exe' : ''

/** Package, version and program. Their platform packages alone: what they are called by installs one for every kind of processor. */
export const OTHER_ENGINES = {
  opencode: { name: `opencode-${platform}`, version: '1.18.33', program: `opencode${suffix}` },
  kilo: { name: `@kilocode/cli-${platform}`, version: '7.7.9', program: `kilo${suffix}` },
}

const cache = path.join(
  process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
  'kilo-console-engines',
)

/** The path of its program. Throws with npm's own words where it can't be fetched. */
export function fetchEngine(which) {
  const { name, version, program } = OTHER_ENGINES[which]
  const folder = path.join(cache, `${which}-${version}`)
  const file = path.join(folder, 'node_modules', name, 'bin', program)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const install = ['install', '--prefix', folder, ...quiet, `${name}@${version}`]
  execFileSync('npm', install, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
  return file
}
