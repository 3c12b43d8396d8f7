/** Finds the browsers that `npm run test:browsers` drives beside Chromium, with the programs that each needs. */
import { existsSync } from 'node:fs'

const first = (...files) => files.find((file) => existsSync(file))

/** @returns {{ firefox: string } | undefined} */
export function findFirefox() {
  const firefox = first(
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  )
  return firefox ? { firefox } : undefined
}

/** @returns {{ driver: string, display: string } | undefined} */
export function findWebkit() {
  const driver = first('/usr/bin/WebKitWebDriver')
  const display = first('/usr/bin/Xvfb')
  return driver && display ? { driver, display } : undefined
}
