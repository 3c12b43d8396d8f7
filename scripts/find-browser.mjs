/** Finds a Chromium: the system's, or the one that Playwright installed. Plain JavaScript, because it runs before anything is built. */
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = [
  // Chromium without the parts of a window: it takes a third less of the processor.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @returns {string | undefined} the path of its executable */
export function findBrowser() {
  return [...SYSTEM, chromium.executablePath()].find((file) => existsSync(file))
}
