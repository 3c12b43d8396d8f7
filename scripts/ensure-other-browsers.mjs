/**
 * Makes sure that `npm run test:browsers` has Firefox and WebKit, from Debian as root. Elsewhere a line says which of them the tests leave out, and
 * what would bring it; on CI that is a failure.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findFirefox, findWebkit } from './find-other-browsers.mjs'

const BROWSERS = [
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKit', find: findWebkit, packages: ['webkit2gtk-driver', 'xvfb'] },
]

function run(command, ...args) {
  process.stderr.write(`> ${command} ${args.join(' ')}\n`)
  spawnSync(command, args, { stdio: 'inherit' })
}

const missing = () => BROWSERS.filter(({ find }) => !find())
const onDebian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

if (missing().length > 0 && onDebian) {
  run('apt-get', 'update')
  // One by one: a system may have the one and not the other.
  for (const { packages } of missing())
    run('apt-get', 'install', '-y', '--no-install-recommends', ...packages)
}
for (const { name, packages } of missing()) {
  const why = onDebian ? 'apt-get did not install it' : 'it is not installed, and only root can on Debian'
  process.stderr.write(`${name} is not tested: ${why}; hint: apt-get install ${packages.join(' ')}\n`)
  if (process.env.CI) process.exitCode = 1
}
