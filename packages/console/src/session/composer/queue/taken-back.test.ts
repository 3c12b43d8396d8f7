import type { Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { extraOf } from '../complete/mention.ts'
import { takenBack } from './taken-back.ts'

const of = { id: 'prt_1', sessionID: 'ses_1', messageID: 'msg_1' }
const text = 'see @src/a.ts#L3-9 and @src/ with @general'
const marks = [
  { kind: 'file', start: 4, value: '@src/a.ts#L3-9', path: 'src/a.ts', lines: { from: 3, to: 9 } },
  { kind: 'folder', start: 23, value: '@src/', path: 'src/' },
  { kind: 'agent', start: 34, value: '@general', name: 'general' },
] as const

test('a prompt comes back as it was written', () => {
  const parts = [
    { ...of, type: 'text', text },
    { ...of, type: 'text', text: 'Called the Read tool', synthetic: true },
    ...marks.map((mark) => ({ ...of, ...extraOf(mark, '/w') })),
    { ...of, type: 'file', mime: 'image/png', filename: 'a.png', url: 'data:image/png;base64,AAAA' },
  ] as Part[]
  expect(takenBack(parts)).toEqual({
    text,
    marks,
    attachments: [{ name: 'a.png', mime: 'image/png', size: 3, url: 'data:image/png;base64,AAAA' }],
  })
})

test('places that do not fit the text are no marks', () => {
  const source = { type: 'file', path: '/w/a', text: { value: '@a', start: 90, end: 92 } }
  const file = { ...of, type: 'file', mime: 'text/plain', filename: 'a', url: 'file:///w/a', source }
  expect(takenBack([{ ...of, type: 'text', text: 'hello' }, file] as Part[])).toMatchObject({
    text: 'hello',
    marks: [],
  })
})
