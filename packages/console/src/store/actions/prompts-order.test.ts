/** What happens while a prompt waits for the one before it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SentPrompt, Unsent, UnsentChange } from '../../../shared/unsent.ts'
import { absent, ref, setUpPrompts } from '../../../test/app/prompts.ts'
import { ARRIVAL_MS, STOPPED_MS } from './arrivals.ts'

interface Posted {
  messageID: string
  parts: { text: string }[]
}

const { promptAsync, keepUnsent, shell } = vi.hoisted(() => ({
  shell: vi.fn<(asked: object) => unknown>(),
  promptAsync: vi.fn<(prompt: Posted) => unknown>(),
  keepUnsent: vi.fn<(session: string, change: UnsentChange) => Promise<Unsent>>(),
}))

vi.mock('../../sdk/answer.ts', () => ({
  readAnswer: (_server: string, _kind: string, answer: unknown) => Promise.resolve(answer),
}))
vi.mock('../../sdk/engine.ts', () => ({
  unwrap: (answer: unknown) => Promise.resolve(answer),
  engine: () => ({ session: { promptAsync, shell, message: absent } }),
}))
vi.mock('../../sdk/host.ts', () => ({ host: { keepUnsent, folder: () => Promise.resolve({}) } }))

let kept: SentPrompt[] = []
beforeEach(() => {
  vi.useFakeTimers({ now: 1_795_673_832_000 })
  for (const mock of [promptAsync, keepUnsent, shell]) mock.mockReset()
  kept = []
  keepUnsent.mockImplementation((_, { sent, settled }) => {
    kept = [...kept.filter(({ id }) => id !== settled && id !== sent?.id), ...(sent ? [sent] : [])]
    return Promise.resolve({ sent: kept })
  })
})
afterEach(() => vi.useRealTimers())

async function setUp(second: { text: string; how?: 'shell' } = { text: 'second' }) {
  const { model, prompts, shown } = setUpPrompts(keepUnsent)
  const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
  void prompts.send(ref, { text: 'first', extras: [] }, {})
  void prompts.send(ref, { extras: [], ...second }, {})
  await tick()
  const [first, waiting] = shown()?.pending ?? []
  if (!first || !waiting) throw new Error('two are on their way')
  const arrive = (id = first.id) =>
    model.changeTranscript('daemon', 'ses_1', (draft) => {
      draft.pending = draft.pending.filter((pending) => pending.id !== id)
      draft.messages.push({ id, sessionID: 'ses_1', role: 'user', time: { created: 1 } } as never)
    })
  const posted = () => promptAsync.mock.calls.map(([{ parts, messageID }]) => [parts[0]?.text, messageID])
  return { model, prompts, shown, tick, first, waiting, arrive, posted }
}

test('the next one goes when the engine has the one before', async () => {
  const { tick, first, waiting, arrive, posted } = await setUp()
  expect(posted()).toEqual([['first', first.id]])
  arrive()
  await tick()
  expect(posted()).toEqual([
    ['first', first.id],
    ['second', waiting.id],
  ])
})

test('one that does not arrive is not waited for without end', async () => {
  const { tick, posted } = await setUp()
  await tick(ARRIVAL_MS)
  expect(posted().map(([text]) => text)).toEqual(['first', 'second'])
})

test('one that is held up by a permission comes before the next, however long that takes', async () => {
  const { model, tick, arrive, posted } = await setUp()
  model.set('servers', 'daemon', 'permissions', { per_1: { sessionID: 'ses_1' } as never })
  await tick(4 * ARRIVAL_MS)
  expect(posted()).toHaveLength(1)
  model.set('servers', 'daemon', 'permissions', 'per_1', undefined as never)
  arrive()
  await tick()
  expect(posted().map(([text]) => text)).toEqual(['first', 'second'])
})

test('what is written after a stop still waits for what was sent before it', async () => {
  const { prompts, tick, arrive, posted } = await setUp()
  prompts.stop(ref)
  await tick()
  void prompts.send(ref, { text: 'third', extras: [] }, {})
  await tick()
  expect(posted().map(([text]) => text)).toEqual(['first'])
  arrive()
  await tick()
  expect(posted().map(([text]) => text)).toEqual(['first', 'third'])
})

test('what a stop has ended before there was a message keeps the next one for a moment only', async () => {
  const { prompts, shown, tick, first, posted } = await setUp()
  prompts.stop(ref)
  void prompts.send(ref, { text: 'third', extras: [] }, {})
  await tick(STOPPED_MS)
  expect(posted().map(([text]) => text)).toEqual(['first', 'third'])
  expect(shown()?.pending[0]).toMatchObject({ id: first.id, problem: { code: 'not-arrived' } })
})

test('while the folder is held nothing goes, then all of it in its order', async () => {
  const { model, prompts, shown } = setUpPrompts(keepUnsent)
  const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
  const end = model.holds.begin('daemon', '/p')
  for (const text of ['first', 'second', 'third']) void prompts.send(ref, { text, extras: [] }, {})
  await tick(ARRIVAL_MS * 2)
  expect(shown()?.pending.map(({ text, problem }) => [text, problem])).toEqual([
    ['first', undefined],
    ['second', undefined],
    ['third', undefined],
  ])
  prompts.discard(ref, shown()?.pending[0] ?? { id: '' })
  end()
  await tick()
  expect(promptAsync.mock.calls.map(([{ parts }]) => parts[0]?.text)).toEqual(['second'])
  await tick(ARRIVAL_MS)
  expect(promptAsync.mock.calls.map(([{ parts }]) => parts[0]?.text)).toEqual(['second', 'third'])
})

test('what waits when the session is stopped is not sent, and can be sent again', async () => {
  const { prompts, shown, tick, waiting, arrive, posted } = await setUp()
  prompts.stop(ref)
  arrive()
  await tick(3 * ARRIVAL_MS)
  expect(posted()).toHaveLength(1)
  expect(shown()?.pending).toMatchObject([{ id: waiting.id, problem: { code: 'stopped' } }])
  const [stopped] = shown()?.pending ?? []
  if (stopped) await prompts.resend(ref, stopped)
  expect(posted().map(([text]) => text)).toEqual(['first', 'second'])
})

test('what was given up while it waited is not sent', async () => {
  const { prompts, tick, waiting, arrive, posted } = await setUp()
  prompts.discard(ref, waiting)
  arrive()
  await tick(3 * ARRIVAL_MS)
  expect(posted()).toHaveLength(1)
})

test('what another page has dealt with meanwhile is not sent from this one', async () => {
  const { shown, tick, waiting, arrive, posted } = await setUp()
  kept = kept.filter(({ id }) => id !== waiting.id)
  arrive()
  await tick(3 * ARRIVAL_MS)
  expect(posted()).toHaveLength(1)
  expect(shown()?.pending).toEqual([])
})

test('one that was overtaken by an answer goes under an id behind it', async () => {
  const { model, shown, tick, waiting, arrive, posted } = await setUp()
  const answer = `msg_${(Number.parseInt(waiting.id.slice(4, 16), 16) + 5).toString(16).padStart(12, '0')}aaaaaaaaaaaaaa`
  model.changeTranscript('daemon', 'ses_1', (draft) => {
    draft.messages.push({ id: answer, sessionID: 'ses_1', role: 'assistant', time: { created: 1 } } as never)
  })
  arrive()
  await tick()
  const [text, id = ''] = posted().at(-1) ?? []
  expect(text).toBe('second')
  expect(id > answer).toBe(true)
  expect(shown()?.pending.map((each) => each.id)).toEqual([id])
  expect(kept.map((each) => each.id)).not.toContain(waiting.id)
})

test('a command of the shell that Kilo works before is not run into its turn', async () => {
  const { model, shown, tick, arrive } = await setUp({ text: '!ls', how: 'shell' })
  model.set('servers', 'daemon', 'activity', 'ses_1', { type: 'busy' })
  arrive()
  await tick(3 * ARRIVAL_MS)
  expect(shell).not.toHaveBeenCalled()
  expect(shown()?.pending).toMatchObject([{ problem: { code: 'busy' } }])
})
