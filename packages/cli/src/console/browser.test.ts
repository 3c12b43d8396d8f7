import { expect, it } from 'vitest'
import { openBrowser, opener } from './browser.ts'

const PAGE = 'file:///s/launches/a/kilo-console.html'

it.each([
  ['linux', undefined, ['xdg-open', PAGE]],
  ['linux', '', ['xdg-open', PAGE]],
  ['linux', 'firefox', ['firefox', PAGE]],
  ['linux', 'firefox --new-tab:lynx', ['firefox', '--new-tab', PAGE]],
  ['linux', 'my-opener --url=%s --wait', ['my-opener', `--url=${PAGE}`, '--wait']],
  ['darwin', undefined, ['open', PAGE]],
  ['darwin', 'firefox', ['firefox', PAGE]],
  ['win32', 'firefox', ['cmd', '/c', 'start', '""', PAGE]],
] as const)('on %s with BROWSER=%j: %j', (platform, BROWSER, command) => {
  expect(opener(PAGE, BROWSER === undefined ? {} : { BROWSER }, platform)).toEqual(command)
})

it('says when there is nothing to open it with', async () => {
  expect(await openBrowser(PAGE, { PATH: '/nonexistent', BROWSER: 'no-such-browser' })).toBe(false)
})
