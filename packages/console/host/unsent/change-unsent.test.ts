import { expect, test } from 'vitest'
import { unsentLimits, type Draft, type SentPrompt, type UnsentChange } from '../../shared/unsent.ts'
import { formatStored } from '../store/stored.ts'
import { changeUnsent } from './change-unsent.ts'
import { unsentFile, type UnsentFile } from './unsent-schema.ts'

const draft = (text: string, at: number): Draft => ({ text, marks: [], at })
const sent = (n: number, text = `prompt ${n}`): SentPrompt => ({
  id: `msg_${n}`,
  text,
  extras: [],
  sentAt: n,
  choice: {},
})
const empty: UnsentFile = { sessions: {}, history: [] }
const after = (changes: readonly [string, UnsentChange][], file = empty) =>
  changes.reduce((now, [session, change], at) => changeUnsent(now, session, change, at), file)
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))
const bytes = (file: UnsentFile) =>
  Buffer.byteLength(formatStored(file, { schema: unsentFile, migrations: [(content) => content] }))

test('of one session the newest prompts are kept', () => {
  const { sessions } = after(times(15, (n) => ['ses_1', { sent: sent(n) }]))
  expect(sessions['ses_1']?.sent.map(({ id }) => id)).toEqual(times(unsentLimits.sent, (n) => `msg_${n + 5}`))
})

test('the oldest sessions give way, and those with nothing in them before all others', () => {
  const { sessions } = after([
    ['ses_old', { draft: draft('mine', 1) }],
    ...times(unsentLimits.sessions, (n): [string, UnsentChange] => [`ses_${n}`, { draft: draft('', 1) }]),
  ])
  expect(Object.keys(sessions)).toHaveLength(unsentLimits.sessions)
  expect(sessions).toHaveProperty('ses_old')
  expect(sessions).not.toHaveProperty('ses_0')
})

// A control character is six bytes of JSON, a Chinese one three. The file may have a megabyte (host/store).
test.each(['x', '\u4e2d', '\u0001'])(
  'texts of %j: the file stays small enough to be written, with the newest in it',
  (letter) => {
    const text = letter.repeat(unsentLimits.text)
    const short = letter.repeat(unsentLimits.historyText - 3)
    const file = after([
      ...times(unsentLimits.history, (n): [string, UnsentChange] => [
        'ses_1',
        { sent: sent(n, `${n}${short}`) },
      ]),
      ...times(unsentLimits.sent, (n): [string, UnsentChange] => [
        `ses_${n}`,
        { draft: draft(text, n), sent: sent(n, text) },
      ]),
      ...times(unsentLimits.sent, (n): [string, UnsentChange] => ['ses_1', { sent: sent(n, text) }]),
    ])
    expect(bytes(file)).toBeLessThan(1 << 20)
    expect(bytes(file)).toBeGreaterThan(unsentLimits.bytes / 2)
    expect(file.sessions['ses_1']?.sent.at(-1)).toEqual(sent(unsentLimits.sent - 1, text))
    expect(file.history.at(-1)).toBe(`${unsentLimits.history - 1}${short}`)
  },
)

test('what is being written is kept beside a prompt that is too large with it, of which the beginning is', () => {
  const text = '\u0001'.repeat(unsentLimits.text)
  const large = { ...sent(1, text), extras: [{ type: 'agent' as const, name: 'x' }] }
  const file = after([
    ['ses_1', { sent: sent(0) }],
    ['ses_1', { sent: large }],
    ['ses_1', { draft: draft(text, 2) }],
  ])
  const beginning = { ...sent(1, text.slice(0, unsentLimits.historyText)), cut: true }
  expect(file.sessions['ses_1']).toMatchObject({ draft: draft(text, 2), sent: [beginning] })
  expect(file.sessions['ses_1']?.sent[0]?.extras).toEqual([])
})

test('an empty draft is kept: a page that shows what was there before learns that it is gone', () => {
  const file = after([
    ['ses_1', { draft: draft('mine', 1) }],
    ['ses_1', { draft: draft('', 2) }],
  ])
  expect(file.sessions['ses_1']?.draft).toEqual(draft('', 2))
})
