/** Makes sure that the end-to-end tests have a Chromium, and says what to run when it can't. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './find-browser.mjs'

function run(command, ...args) {
  process.stderr.write(`> ${command} ${args.join(' ')}\n`)
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

const onDebian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

if (!findBrowser() && onDebian) {
  run('apt-get', 'update')
  const install = (name) => run('apt-get', 'install', '-y', '--no-install-recommends', name)
  // Older releases have only the whole one.
  if (!install('chromium-headless-shell')) install('chromium')
}
if (!findBrowser()) run('npx', 'playwright', 'install', 'chromium')
if (!findBrowser()) {
  process.stderr.write('no Chromium was found, and none could be installed\n')
  process.stderr.write('hint: apt-get install chromium, or npx playwright install chromium\n')
  process.exitCode = 1
}
