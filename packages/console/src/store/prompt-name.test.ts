import type { Part } from '@kilocode/sdk/v2/client'
import { expect, it } from 'vitest'
import { isUntitled, nameOfPrompt } from './prompt-name.ts'

const base = { id: 'p', sessionID: 's', messageID: 'm' }
const text = (text: string, more: object = {}): Part => ({ ...base, type: 'text', text, ...more })
const file = (filename?: string): Part => ({
  ...base,
  type: 'file',
  mime: 'image/png',
  url: 'data:,',
  ...(filename !== undefined && { filename }),
})

const command = (title: string) => ({ metadata: { kilo: { injected: { title } } } })

it.each([
  ['New session - 2026-11-21T00:17:08.000Z', true],
  ['Child session - 2026-11-21T00:17:08.000Z', true],
  ['', true],
  ['  ', true],
  ['A New session - 2026-11-21T00:17:08.000Z', false],
  ['New session - 2026-11-21T00:17:08.000Z, again', false],
  ['New session - of parliament', false],
  ['Fix login', false],
])('%j has no title: %s', (title, is) => expect(isUntitled({ title })).toBe(is))

it.each<[string, Part[], string]>([
  ['the first line', [text('Fix the login\n\nIt loops.')], 'Fix the login'],
  ['the first that is not empty', [text('\n  \n  Fix   it \nnow')], 'Fix it'],
  ['no words of the engine', [text('file contents', { synthetic: true }), text('Read this')], 'Read this'],
  ['a command as it was typed', [text('A long template', command('/init now'))], '/init now'],
  ['the file that was sent alone', [file('shot.png')], 'shot.png'],
  ['the first file that has a name', [file(), file('a.png'), file('b.png')], 'a.png'],
  ['no name of what is no file', [{ ...file('x'), type: 'agent' } as never], ''],
  ['no text of what is none', [{ ...base, type: 'reasoning', text: 'Hm', ...command('/init') } as never], ''],
  ['what was typed, not what was injected without a name', [text('Go', { metadata: { kilo: {} } })], 'Go'],
  ['the first line of several texts', [text('\n'), text('Read'), text('this')], 'Read'],
  ['nothing', [], ''],
  [
    'a long line, cut between words',
    [text('Explain how the redirect after the login works when the cookie has expired')],
    'Explain how the redirect after the login works when the…',
  ],
  ['exactly as much as there is room for', [text('x'.repeat(60))], 'x'.repeat(60)],
  ['no stop before what is left out', [text(`${'x'.repeat(40)} -- ${'y'.repeat(40)}`)], `${'x'.repeat(40)}…`],
  [
    'a space early on, which is no place to cut',
    [text(`${'x'.repeat(30)} ${'y'.repeat(40)}`)],
    `${'x'.repeat(30)} ${'y'.repeat(29)}…`,
  ],
  ['a space later on, which is one', [text(`${'x'.repeat(31)} ${'y'.repeat(40)}`)], `${'x'.repeat(31)}…`],
  ['a long word, cut anywhere', [text('x'.repeat(100))], `${'x'.repeat(60)}…`],
  ['whole characters', [text('😀'.repeat(70))], `${'😀'.repeat(60)}…`],
])('calls a session by %s', (_, parts, name) => expect(nameOfPrompt(parts)).toBe(name))

it('a prompt of megabytes costs no more than its first line', () => {
  const began = performance.now()
  expect(nameOfPrompt([text(`Look at this\n${'log line\n'.repeat(500_000)}`)])).toBe('Look at this')
  expect(performance.now() - began).toBeLessThan(5000)
})
