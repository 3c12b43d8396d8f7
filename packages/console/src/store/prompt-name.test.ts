import type { Part } from '@kilocode/sdk/v2/client'
import { expect, it } from 'vitest'
import { isUntitled, nameOfPrompt } from './prompt-name.ts'

const base = { id: 'p', sessionID: 's', messageID: 'm' }
const text = (text: string, more: object = {}): Part => ({ ...base, type: 'text', text, ...more })
const file = (filename: string): Part => ({
  ...base,
  type: 'file',
  mime: 'image/png',
  url: 'data:,',
  filename,
})

it.each([
  ['New session - 2026-11-21T00:17:08.000Z', true],
  ['Child session - 2026-11-21T00:17:08.000Z', true],
  ['', true],
  ['  ', true],
  ['New session - of parliament', false],
  ['Fix login', false],
])('%j has no title: %s', (title, is) => expect(isUntitled({ title })).toBe(is))

it.each<[string, Part[], string]>([
  ['the first line', [text('Fix the login\n\nIt loops.')], 'Fix the login'],
  ['the first that is not empty', [text('\n  \n  Fix   it \nnow')], 'Fix it'],
  ['no words of the engine', [text('file contents', { synthetic: true }), text('Read this')], 'Read this'],
  [
    'a command as it was typed',
    [text('A long template', { metadata: { kilo: { injected: { title: '/init now' } } } })],
    '/init now',
  ],
  ['the file that was sent alone', [file('shot.png')], 'shot.png'],
  ['nothing', [], ''],
  [
    'a long line, cut between words',
    [text('Explain how the redirect after the login works when the cookie has expired')],
    'Explain how the redirect after the login works when the…',
  ],
  ['a long word, cut anywhere', [text('x'.repeat(100))], `${'x'.repeat(60)}…`],
  ['whole characters', [text('😀'.repeat(70))], `${'😀'.repeat(60)}…`],
])('calls a session by %s', (_, parts, name) => expect(nameOfPrompt(parts)).toBe(name))

it('a prompt of megabytes costs no more than its first line', () => {
  const began = performance.now()
  expect(nameOfPrompt([text(`Look at this\n${'log line\n'.repeat(500_000)}`)])).toBe('Look at this')
  expect(performance.now() - began).toBeLessThan(5000)
})
