import { expect, test } from 'vitest'
import { loginPage, readCallback } from './read-callback.ts'

const back = 'http://127.0.0.1:19876/mcp/oauth/callback'

test.each([
  ['abc-123', { code: 'abc-123' }],
  ['  abc-123\n', { code: 'abc-123' }],
  [`${back}?code=abc&state=s1`, { code: 'abc' }],
  [`${back}?code=a%2Fb&state=s1`, { code: 'a/b' }],
  ['?code=abc&state=s1', { code: 'abc' }],
  ['code=abc', { code: 'abc' }],
])('%j holds a code', (text, callback) => {
  expect(readCallback(text, 's1')).toEqual(callback)
})

test.each([
  ['', /Paste/],
  ['two words', /no code/],
  ['x'.repeat(5000), /no code/],
  [`${back}?state=s1`, /no code in this address/],
  [`${back}?code=abc&state=other`, /another login/],
  [`${back}?error=access_denied&state=s1`, /refused: access_denied/],
])('%j is none', (text, problem) => {
  expect(readCallback(text, 's1')).toEqual({ problem: expect.stringMatching(problem) })
})

test('only pages of the web are opened, and who they are of is shown', () => {
  expect(loginPage('https://a.example:8443/authorize?state=s1')).toEqual({
    url: 'https://a.example:8443/authorize?state=s1',
    host: 'a.example:8443',
    state: 's1',
  })
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'nothing',
    'https://a@evil.example/',
  ])
    expect(loginPage(text)).toBeUndefined()
})
