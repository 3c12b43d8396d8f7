import type { Message, Part } from '@kilocode/sdk/v2/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutMessage, cutPart, MOST_OF_TEXT } from './cut-parts.ts'

const of = { id: 'prt_1', sessionID: 'ses_1', messageID: 'msg_1' }
const text = (text: string): Part => ({ ...of, type: 'text', text })
const long = 'x'.repeat(MOST_OF_TEXT)

test('what is not long is the same', () => {
  const part = text(long)
  expect(cutPart(part)).toBe(part)
})

test('a long text is cut, and says how long it was', () => {
  expect(cutPart(text(`${long}y`))).toEqual({ ...text(long), cut: MOST_OF_TEXT + 1 })
})

test('it is cut at the end of a line where there is one, and not within a letter', () => {
  const lines = 'a line\n'.repeat(20_000)
  const cut = cutPart(text(lines))
  expect(cut.type === 'text' && cut.text.endsWith('a line\n')).toBe(true)
  const smiles = cutPart(text(`x${'🙂'.repeat(MOST_OF_TEXT)}`))
  expect(smiles.type === 'text' && smiles.text.endsWith('🙂')).toBe(true)
})

test.each([
  ['in the first half, so it would leave too much out', MOST_OF_TEXT / 2, MOST_OF_TEXT],
  ['in the second half', MOST_OF_TEXT / 2 + 1, MOST_OF_TEXT / 2 + 2],
  ['at the bound', MOST_OF_TEXT, MOST_OF_TEXT + 1],
])('the only end of a line is %s', (_, at, length) => {
  const cut = cutPart(text(`${'x'.repeat(at)}\n${long}`))
  expect(cut.type === 'text' && cut.text.length).toBe(length)
})

test('of a call whatever is long is cut, wherever it stands, but no picture', () => {
  const picture = { ...of, type: 'file', mime: 'image/png', url: `data:image/png;base64,${long}A` } as const
  const part = {
    ...of,
    type: 'tool',
    tool: 'bash',
    callID: 'call',
    state: {
      status: 'completed',
      input: { command: 'ls', lines: [`${long}z`] },
      output: `${long}yy`,
      title: '',
      metadata: { deep: { output: `${long}z`, exit: 1, signal: null } },
      time: { start: 1, end: 2 },
      attachments: [picture],
    },
  } satisfies Part
  expect(cutPart(part)).toMatchObject({
    cut: MOST_OF_TEXT + 2,
    state: {
      input: { command: 'ls', lines: [long] },
      output: long,
      metadata: { deep: { output: long, exit: 1, signal: null } },
      attachments: [picture],
    },
  })
  expect(cutPart(picture)).toBe(picture)
})

test('a call that somebody may still be asked about is not cut', () => {
  const state = { status: 'running', input: { command: `${long}z` }, time: { start: 1 } } as const
  const call = { ...of, type: 'tool', tool: 'bash', callID: 'call', state } satisfies Part
  expect(cutPart(call)).toBe(call)
})

test('one that failed is cut as any other', () => {
  const state = { status: 'error', input: {}, error: `${long}z`, time: { start: 1, end: 2 } } as const
  const call = { ...of, type: 'tool', tool: 'bash', callID: 'call', state } satisfies Part
  expect(cutPart(call)).toEqual({ ...call, state: { ...state, error: long }, cut: MOST_OF_TEXT + 1 })
})

test('what the user wrote stays whole, and what the engine read for it does not', () => {
  const words = text(`${long}y`)
  const read = { ...words, id: 'prt_2', synthetic: true }
  const info = { id: 'msg_1', role: 'user' } as Message
  const { parts } = cutMessage({ info, parts: [words, read] })
  expect(parts).toEqual([words, { ...read, text: long, cut: MOST_OF_TEXT + 1 }])
  expect(cutMessage({ info: { ...info, role: 'assistant' } as Message, parts: [words] }).parts).toEqual([
    { ...words, text: long, cut: MOST_OF_TEXT + 1 },
  ])
})

test('what a command made of the user’s words is no word of theirs', () => {
  const task = { ...of, type: 'subtask', prompt: `${long}y`, description: '', agent: 'code' } as const
  const info = { id: 'msg_1', role: 'user' } as Message
  expect(cutMessage({ info, parts: [task] }).parts).toEqual([
    { ...task, prompt: long, cut: MOST_OF_TEXT + 1 },
  ])
})

test('an answer says that it sums up, and no changes', () => {
  const info = { id: 'msg_1', role: 'assistant', summary: true } as Message
  expect(cutMessage({ info, parts: [] }).info).toEqual(info)
})

test('it cuts within no letter, wherever the bound falls', () => {
  fc.assert(
    fc.property(fc.nat(3), fc.constantFrom('🙂', 'é', '漢🙂'), (shift, letter) => {
      const cut = cutPart(text('x'.repeat(shift) + letter.repeat(MOST_OF_TEXT)))
      expect(cut.type === 'text' && /\p{Surrogate}/u.test(cut.text)).toBe(false)
    }),
    { numRuns: 20 },
  )
})

test('a prompt has the number of its changes and not their lines', () => {
  const diff = { file: 'a', patch: '@@', additions: 1, deletions: 0 }
  const info = {
    id: 'msg_1',
    sessionID: 'ses_1',
    role: 'user',
    agent: 'code',
    model: { providerID: 'a', modelID: 'b' },
    time: { created: 1 },
    summary: { diffs: [diff] },
  } as const
  expect(cutMessage({ info: { ...info, summary: { diffs: [diff] } }, parts: [] })).toEqual({
    info: { ...info, summary: { diffs: [{ file: 'a', additions: 1, deletions: 0 }] } },
    parts: [],
  })
})
