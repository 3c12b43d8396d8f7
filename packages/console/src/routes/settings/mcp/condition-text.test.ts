import { expect, test } from 'vitest'
import { conditionText } from './condition-text.ts'
import type { McpServer } from './servers.ts'

const failed = (error: string, more: Partial<McpServer> = {}) =>
  conditionText({ condition: 'failed', kind: 'remote', logsIn: false, ...more, error })

test.each([
  ['Executable not found in $PATH: "npx"', /no program called npx/, /whole path/],
  ["ENOENT: no such file or directory, posix_spawn '/x'", /program is not there/, /Install/],
  ['Operation timed out after 3000ms', /within 3 seconds/, /longer timeout/],
  ['SSE error: Non-200 status code (401)', /refuses Kilo \(401\)/, /headers/],
  ['SSE error: Non-200 status code (404)', /no MCP server at this address/, /path/],
  ['SSE error: Non-200 status code (503)', /fault of its own/, /later/],
  ['SSE error: Unable to connect. Is the computer able to access the url?', /Nobody answers/, /address/],
  ['Failed to get tools', /stopped answering/, /later/],
])('%s: what it means, what to do, and what was said', (error, text, hint) => {
  const said = failed(error)
  expect(said?.text).toMatch(text)
  expect(said?.hint).toMatch(hint)
  expect(said?.told).toBe(error)
})

test('whoever can log in is told to; whoever runs it, to run it', () => {
  expect(failed('status code (401)', { logsIn: true })?.hint).toMatch(/Log in/)
  expect(failed('Failed to get tools', { kind: 'local' })?.hint).toMatch(/terminal/)
})

test('what nobody knows is shown as it is, cut, with what is invisible spelt out', () => {
  expect(failed('strange')).toEqual({ text: 'strange' })
  expect(failed('a\u202eb')?.text).toContain('\\u{202e}')
  expect(failed('x'.repeat(10_000))?.text).toHaveLength(500)
  expect(failed(' ')?.text).toMatch(/doesn’t say why/)
})

test('who is connected, or off, needs no words', () => {
  const at = (condition: McpServer['condition']) =>
    conditionText({ condition, error: '', kind: 'local', logsIn: false })
  expect([at('connected'), at('off'), at('connecting')]).toEqual([undefined, undefined, undefined])
  for (const one of ['login', 'registration', 'untold'] as const) expect(at(one)?.hint).toBeTruthy()
})
