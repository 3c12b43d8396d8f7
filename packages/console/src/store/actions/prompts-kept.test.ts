/** What the host keeps until the engine has it: over reloads, other pages and transcripts that are gone. */
import { createStore } from 'solid-js/store'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SentPrompt, Unsent, UnsentChange } from '../../../shared/unsent.ts'
import { absent, ref, setUpPrompts, there } from '../../../test/app/prompts.ts'
import { emptyTranscript, type Transcript } from '../types.ts'
import { ARRIVAL_MS } from './arrivals.ts'

const { promptAsync, message, keepUnsent } = vi.hoisted(() => ({
  promptAsync: vi.fn<(prompt: { messageID: string; parts: unknown[] }) => unknown>(),
  message: vi.fn<(asked: { messageID: string }) => unknown>(),
  keepUnsent: vi.fn<(session: string, change: UnsentChange) => Promise<Unsent>>(),
}))

vi.mock('../../sdk/answer.ts', () => ({
  readAnswer: (_server: string, _kind: string, answer: unknown) => Promise.resolve(answer),
}))
vi.mock('../../sdk/engine.ts', () => ({
  unwrap: (answer: unknown) => Promise.resolve(answer),
  engine: () => ({ session: { promptAsync, message } }),
}))
vi.mock('../../sdk/host.ts', () => ({ host: { keepUnsent, folder: () => Promise.resolve({}) } }))

beforeEach(() => {
  vi.useFakeTimers()
  for (const mock of [promptAsync, message, keepUnsent]) mock.mockReset()
  // As the host: what was sent is kept until it is settled.
  let kept: SentPrompt[] = []
  keepUnsent.mockImplementation((_, { sent, settled }) => {
    kept = [...kept.filter(({ id }) => id !== settled && id !== sent?.id), ...(sent ? [sent] : [])]
    return Promise.resolve({ sent: kept })
  })
})
afterEach(() => vi.useRealTimers())

test('after a reload what is not there is offered, what is there is settled', async () => {
  const { prompts, shown, settled } = setUpPrompts(keepUnsent)
  const sent = (id: string): SentPrompt => ({ id, text: id, extras: [], sentAt: 1, choice: {} })
  message.mockImplementation(({ messageID }) => (messageID === 'msg_b' ? absent() : there({ messageID })))
  // As the transcript has it: a store, of which no clone can be made.
  const kept = createStore([sent('msg_a'), sent('msg_b')])[0]
  await prompts.restore(ref, kept)
  await prompts.restore(ref, kept)
  expect(shown()?.pending).toMatchObject([{ id: 'msg_b', problem: { code: 'not-arrived' } }])
  expect(settled()).toEqual(['msg_a', 'msg_a'])
  prompts.discard(ref, { id: 'msg_b' })
  expect(settled().at(-1)).toBe('msg_b')
  expect(shown()?.pending).toEqual([])
})

test('a transcript that is gone tells of no arrival: its prompt is still kept, and offered at the next opening', async () => {
  const { model, prompts, shown, settled } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  await prompts.send(ref, { text: 'hello', extras: [] }, {})
  const id = shown()?.pending[0]?.id ?? ''
  const open = (transcript?: Transcript) =>
    model.change('daemon', ({ transcripts }) => {
      delete transcripts['ses_1']
      if (transcript) transcripts['ses_1'] = transcript
    })
  open()
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  open(emptyTranscript())
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  expect(settled()).toEqual([])
  const { sent } = await keepUnsent('ses_1', {})
  await prompts.restore(ref, sent)
  expect(shown()?.pending).toMatchObject([{ id, problem: { code: 'not-arrived' } }])
})

test('one whose transcript is gone, and that is there, is settled', async () => {
  const { model, prompts, shown, settled } = setUpPrompts(keepUnsent)
  message.mockImplementation(there)
  await prompts.send(ref, { text: 'hello', extras: [] }, {})
  const id = shown()?.pending[0]?.id ?? ''
  model.change('daemon', ({ transcripts }) => void delete transcripts['ses_1'])
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  expect(settled()).toEqual([id])
})

test.each([
  ['was sent just now', 0, false],
  ['a permission holds up', ARRIVAL_MS, true],
])('another page waits for what %s before it offers it', async (_, age, isAsked) => {
  const { model, prompts, only } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  const ask = (isWaiting: boolean) =>
    model.change('daemon', (draft) => {
      draft.permissions = (isWaiting ? { per_1: { id: 'per_1', sessionID: 'ses_1' } } : {}) as never
    })
  ask(isAsked)
  const sent = { id: 'msg_a', text: 'hello', extras: [], sentAt: Date.now() - age, choice: {} }
  await prompts.restore(ref, [sent])
  expect(only().problem).toBeUndefined()
  ask(false)
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  expect(only().problem?.code).toBe('not-arrived')
})

test('what another page has sent under a new id, or discarded, is not sent from this one', async () => {
  const { prompts, shown, only } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  const sent = { id: 'msg_a', text: 'hello', extras: [], sentAt: 1, choice: {} }
  await keepUnsent('ses_1', { sent })
  await prompts.restore(ref, [sent])
  await keepUnsent('ses_1', { settled: 'msg_a' })
  await prompts.resend(ref, only())
  expect(promptAsync).not.toHaveBeenCalled()
  expect(shown()?.pending).toEqual([])
})

test('what the host could not keep is sent again all the same', async () => {
  const { prompts, only } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  keepUnsent.mockRejectedValue(new Error('too long'))
  await prompts.send(ref, { text: 'hello', extras: [] }, {})
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  await prompts.resend(ref, only())
  expect(promptAsync).toHaveBeenCalledTimes(2)
})
