/**
 * Puts what our package depends on into npm's cache: the end-to-end tests install the package where no registry can be reached, in a network
 * of their own.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'kilo-warm-'))
try {
  execFileSync(process.execPath, [fileURLToPath(new URL('pack.mjs', import.meta.url)), folder])
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  execFileSync('npm', ['install', '--global', '--prefix', folder, ...quiet, join(folder, tarball)])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
