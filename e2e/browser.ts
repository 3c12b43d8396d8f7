import { findBrowser } from '../scripts/find-browser.mjs'

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** How every program here starts its Chromium: without calls home; without its sandbox only as root, where it can't have one. */
export function browserOptions() {
  const executablePath = findBrowser()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { args: [...QUIET, ...sandbox], ...(executablePath ? { executablePath } : {}) }
}
