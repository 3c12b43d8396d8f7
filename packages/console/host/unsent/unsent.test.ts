import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unsentLimits, type Draft, type SentPrompt } from '../../shared/unsent.ts'
import { openUnsent } from './unsent.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-unsent-'))))
afterEach(() => rm(folder, { recursive: true }))

const draft = (text: string, at: number): Draft => ({ text, marks: [], at })
const sent = (n: number): SentPrompt => ({
  id: `msg_${n}`,
  text: `prompt ${n}`,
  extras: [],
  sentAt: n,
  choice: {},
})
const open = (now = 1000) => openUnsent({ file: join(folder, 'unsent.json') }, () => now)

test('a draft outlives the host, in a file for its user alone', async () => {
  const mark = { kind: 'file', start: 5, value: '@a.ts', path: 'a.ts' } as const
  await (await open()).change('ses_1', { draft: { text: 'look @a.ts', marks: [mark], at: 1 } })
  expect((await open()).of('ses_1')?.draft).toEqual({ text: 'look @a.ts', marks: [mark], at: 1 })
  const file = join(folder, 'unsent.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readFile(file, 'utf8')).toContain('look @a.ts')
})

test('of two writers the later one wins, whoever comes last', async () => {
  const store = await open()
  await store.change('ses_1', { draft: draft('mine', 20) })
  expect((await store.change('ses_1', { draft: draft('late news', 10) })).draft?.text).toBe('mine')
  expect((await store.change('ses_1', { draft: draft('theirs', 30) })).draft?.text).toBe('theirs')
})

test('a clock that was ahead does not keep what comes later out', async () => {
  const store = await open(1000)
  await store.change('ses_1', { draft: draft('of tomorrow', 900_000) })
  expect((await store.change('ses_1', { draft: draft('of now', 1000) })).draft?.text).toBe('of now')
})

test('a prompt that was sent is kept until it has arrived', async () => {
  const store = await open()
  await store.change('ses_1', { draft: draft('', 2), sent: sent(1) })
  await store.change('ses_1', { sent: sent(2) })
  expect(store.of('ses_1')?.sent.map(({ id }) => id)).toEqual(['msg_1', 'msg_2'])
  await store.change('ses_1', { settled: 'msg_1' })
  await store.change('ses_1', { settled: 'msg_2' })
  expect(store.of('ses_1')).toEqual({ draft: draft('', 2), sent: [] })
  expect((await open()).of('ses_1')?.sent).toEqual([])
  await store.change('ses_2', { sent: sent(1) })
  await store.change('ses_2', { settled: 'msg_1' })
  expect(store.of('ses_2')).toBeUndefined()
})

test('a session that is deleted takes what was written in it along', async () => {
  const store = await open()
  await store.change('ses_1', { draft: draft('mine', 1) })
  await store.change('ses_2', { draft: draft('yours', 1) })
  store.forget('ses_1')
  await store.change('ses_2', { draft: draft('yours', 2) })
  expect((await open()).of('ses_1')).toBeUndefined()
  expect((await open()).of('ses_2')?.draft?.text).toBe('yours')
})

test.each(['constructor', '__proto__', 'toString', 'x'.repeat(129), 'a/b', ''])(
  'no session is called %j: it is refused, and what is kept can still be read',
  async (name) => {
    const store = await open()
    await store.change('ses_1', { draft: draft('mine', 1) })
    expect(store.of(name)).toBeUndefined()
    await expect(store.change(name, { draft: draft('x', 1) })).rejects.toMatchObject({ status: 400 })
    expect((await open()).of('ses_1')?.draft?.text).toBe('mine')
  },
)

test.each([
  ['a text that is too long', { draft: draft('x'.repeat(unsentLimits.text + 1), 1) }],
  [
    'the content of an attachment',
    { sent: { ...sent(1), extras: [{ type: 'file', mime: 'a', url: 'data:' }] } },
  ],
  ['an id that is none', { settled: '../../etc' }],
  ['something else', { draft: 'text' }],
])('%s is refused, and nothing changes', async (_, change) => {
  const store = await open()
  await store.change('ses_1', { draft: draft('mine', 1) })
  await expect(store.change('ses_1', change)).rejects.toMatchObject({ status: 400 })
  expect(store.of('ses_1')?.draft?.text).toBe('mine')
})

test('what was sent in any session can be had again, each text once, the last one last', async () => {
  const store = await open()
  for (const [session, text] of [
    ['ses_1', 'first'],
    ['ses_2', 'second'],
    ['ses_1', 'first'],
    ['ses_2', 'x'.repeat(unsentLimits.historyText + 1)],
  ] as const) {
    await store.change(session, { sent: { ...sent(1), text } })
    await store.change(session, { settled: 'msg_1' })
  }
  expect((await open()).history()).toEqual(['second', 'first'])
  for (let n = 0; n < 150; n += 1) await store.change('ses_3', { sent: { ...sent(2), text: `text ${n}` } })
  expect(store.history()).toHaveLength(unsentLimits.history)
})
