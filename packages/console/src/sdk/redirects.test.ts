import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { engine } from './engine.ts'
import { host } from './host.ts'

/** What the page's requests say about redirects. */
let asked: string[] = []
beforeEach(() => {
  asked = []
  vi.stubGlobal('document', { baseURI: 'http://127.0.0.1:4117/' })
  vi.stubGlobal('fetch', (input: string | Request, init?: RequestInit) => {
    asked.push(new Request(input, init).redirect)
    return Promise.resolve(Response.json({}))
  })
})
afterEach(() => vi.unstubAllGlobals())

test('fault 61: the page follows no redirect, of the host or of an engine', async () => {
  await host.info()
  await host.daemon('restart', false)
  await engine('daemon').session.get({ sessionID: 'ses_a', directory: '/a' })
  await engine('daemon').session.prompt({ sessionID: 'ses_a', directory: '/a', parts: [] })
  expect(asked).toEqual(['error', 'error', 'error', 'error'])
})
