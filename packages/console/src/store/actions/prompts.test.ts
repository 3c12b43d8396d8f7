import { createStore } from 'solid-js/store'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { unsentLimits, type SentPrompt, type Unsent, type UnsentChange } from '../../../shared/unsent.ts'
import { absent, ref, setUpPrompts, there } from '../../../test/app/prompts.ts'
import { ProblemError } from '../../sdk/problem.ts'
import { ARRIVAL_MS } from './arrivals.ts'
import { keptPrompt } from './kept-prompt.ts'

const { promptAsync, message, keepUnsent, shell, command, deleteMessage } = vi.hoisted(() => ({
  shell: vi.fn<(asked: object) => unknown>(),
  command: vi.fn<(asked: object) => unknown>(),
  deleteMessage: vi.fn<(asked: object) => unknown>(),
  promptAsync: vi.fn<(prompt: { messageID: string; parts: unknown[] }) => unknown>(),
  message: vi.fn<(asked: { messageID: string }) => unknown>(),
  keepUnsent: vi.fn<(session: string, change: UnsentChange) => Promise<Unsent>>(),
}))

vi.mock('../../sdk/answer.ts', () => ({
  readAnswer: (_server: string, _kind: string, answer: unknown) => Promise.resolve(answer),
}))
vi.mock('../../sdk/engine.ts', () => ({
  unwrap: (answer: unknown) => Promise.resolve(answer),
  engine: () => ({ session: { promptAsync, message, shell, command, deleteMessage } }),
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

test('a prompt that was taken and of which nothing is heard is asked for, then offered again', async () => {
  const { prompts, only } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  await prompts.send(ref, { text: 'hello', extras: [] }, {})
  expect(only().problem).toBeUndefined()
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  expect(message).toHaveBeenCalledTimes(1)
  expect(only()).toMatchObject({ text: 'hello', problem: { code: 'not-arrived' } })
})

test('what a message of the transcript had with it goes once more', async () => {
  const { prompts, only } = setUpPrompts(keepUnsent)
  const source = { value: '@general', start: 0, end: 8 }
  const [part] = createStore({ type: 'agent' as const, name: 'general', source })
  await prompts.send(ref, { text: '@general', extras: [{ ...part }] }, {})
  expect(only().extras).toEqual([{ type: 'agent', name: 'general', source }])
  expect(promptAsync.mock.lastCall?.[0].parts).toHaveLength(2)
})

test('one that did arrive, and whose news was lost, is shown, and is not offered', async () => {
  const { prompts, shown, settled } = setUpPrompts(keepUnsent)
  message.mockImplementation(there)
  await prompts.send(ref, { text: 'hello', extras: [] }, {})
  const id = shown()?.pending[0]?.id ?? ''
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  expect(shown()?.pending).toEqual([])
  expect(shown()?.messages.map((each) => each.id)).toEqual([id])
  expect(settled()).toEqual([id])
})

test('whoever sends hears what was in the way, whether or not the session is still shown', async () => {
  const { model, prompts, only } = setUpPrompts(keepUnsent)
  promptAsync.mockImplementation(() => Promise.reject(new ProblemError({ code: 'full', message: 'No room' })))
  expect(await prompts.send(ref, { text: 'hello', extras: [] }, {})).toEqual({
    code: 'full',
    message: 'No room',
  })
  expect(only().problem).toMatchObject({ code: 'full' })
  model.change('daemon', (draft) => void delete draft.transcripts['ses_1'])
  expect(await prompts.send(ref, { text: 'again', extras: [] }, {})).toMatchObject({ code: 'full' })
  promptAsync.mockReset()
  expect(await prompts.send(ref, { text: 'more', extras: [] }, {})).toBeUndefined()
})

test('it is sent again under its own id, and only when it is not there', async () => {
  const { prompts, shown, only } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  await prompts.send(ref, { text: 'hello', extras: [{ type: 'agent', name: 'general' }] }, { agent: 'plan' })
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  await prompts.resend(ref, only())
  expect(promptAsync).toHaveBeenCalledTimes(2)
  const [first, second] = promptAsync.mock.calls
  expect(second).toEqual(first)
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  message.mockImplementation(there)
  await prompts.resend(ref, only())
  expect(promptAsync).toHaveBeenCalledTimes(2)
  expect(shown()?.pending).toEqual([])
})

test('one that others have overtaken goes to the end, under a new id', async () => {
  const { model, prompts, only } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  await prompts.send(ref, { text: 'hello', extras: [] }, {})
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  const lost = only()
  model.changeTranscript('daemon', 'ses_1', (draft) => {
    draft.messages.push({ ...there({ messageID: 'msg_000000000ff0' }).info } as never)
  })
  await prompts.resend(ref, lost)
  const [first, second] = promptAsync.mock.calls.map(([{ messageID }]) => messageID)
  expect((second ?? '') > 'msg_000000000ff0').toBe(true)
  expect(first).toBe(lost.id)
})

test('while a permission waits, or the host is away, nothing counts as lost', async () => {
  const { model, prompts, only } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  await prompts.send(ref, { text: 'hello', extras: [] }, {})
  model.set('link', 'reconnecting')
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  model.set('link', 'connected')
  model.change('daemon', (draft) => {
    draft.permissions = { per_1: { id: 'per_1', sessionID: 'ses_1' } } as never
  })
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  expect(message).not.toHaveBeenCalled()
  model.change('daemon', (draft) => {
    draft.permissions = {}
  })
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  expect(only().problem?.code).toBe('not-arrived')
})

test('commands are not waited for: they are shown, and missed when their request has ended', async () => {
  const { prompts, shown, only } = setUpPrompts(keepUnsent)
  let end = () => {}
  const done = new Promise<void>((resolve) => (end = resolve))
  shell.mockReturnValue(done)
  command.mockReturnValue(done)
  message.mockImplementation(absent)
  const file = { type: 'file', mime: 'text/plain', url: 'file:///p/a', source: { type: 'file' } } as never
  void prompts.send(ref, { text: '!ls -l', extras: [], how: 'shell' }, {})
  await vi.advanceTimersByTimeAsync(0)
  expect(shell.mock.lastCall?.[0]).toMatchObject({ command: 'ls -l', agent: 'code' })
  prompts.discard(ref, only())
  void prompts.send(
    ref,
    { text: '/init  now', extras: [file], how: 'command' },
    { model: { providerID: 'a', modelID: 'b/c' } },
  )
  await vi.advanceTimersByTimeAsync(0)
  expect(command.mock.lastCall?.[0]).toMatchObject({
    command: 'init',
    arguments: 'now',
    model: 'a/b/c',
    parts: [{ type: 'file', mime: 'text/plain', url: 'file:///p/a' }],
  })
  expect(command.mock.lastCall?.[0]).not.toHaveProperty('parts.0.source')
  const problems = () => shown()?.pending.map(({ problem }) => problem?.code)
  await vi.advanceTimersByTimeAsync(3 * ARRIVAL_MS)
  expect(message).toHaveBeenCalled()
  expect(problems()).toEqual([undefined])
  end()
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  expect(problems()).toEqual(['not-arrived'])
})

test('the watch of an attempt that failed does not call the next one lost', async () => {
  const { prompts, only } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  shell.mockRejectedValueOnce(new Error('refused')).mockResolvedValueOnce(undefined)
  await prompts.send(ref, { text: '!ls', extras: [], how: 'shell' }, {})
  expect(only().problem).toBeDefined()
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS - 1)
  await prompts.resend(ref, only())
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS - 1)
  expect(only().problem).toBeUndefined()
  await vi.advanceTimersByTimeAsync(1)
  expect(only().problem?.code).toBe('not-arrived')
})

test('one that is to be written on is asked for first: what is there after all stays, and is no draft', async () => {
  const { prompts, shown, only, settled } = setUpPrompts(keepUnsent)
  message.mockImplementation(absent)
  await prompts.send(ref, { text: 'hello', extras: [] }, {})
  await vi.advanceTimersByTimeAsync(ARRIVAL_MS)
  const lost = only()
  message.mockImplementation(() => {
    throw new ProblemError({ code: 'unreachable', message: 'no answer' })
  })
  await expect(prompts.takeBack(ref, lost)).rejects.toThrow('no answer')
  expect(shown()?.pending).toHaveLength(1)
  message.mockImplementation(absent)
  expect(await prompts.takeBack(ref, lost)).toBe(true)
  expect(shown()?.pending).toEqual([])
  expect(settled()).toEqual([lost.id])

  message.mockImplementation(there)
  await prompts.send(ref, { text: 'again', extras: [] }, {})
  expect(await prompts.takeBack(ref, only())).toBe(false)
  expect(shown()?.messages).toHaveLength(1)
})

test('half a prompt is not sent again', async () => {
  const { prompts, only } = setUpPrompts(keepUnsent)
  const text = 'x'.repeat(unsentLimits.text + 1)
  const kept = keptPrompt({ id: 'msg_a', text, extras: [], sentAt: 1, choice: {} })
  message.mockImplementation(absent)
  await prompts.restore(ref, [kept])
  await prompts.resend(ref, only())
  expect(promptAsync).not.toHaveBeenCalled()
  expect(only().problem?.code).toBe('not-arrived')
})

test('what was withdrawn from the queue is not missed; what was too late still is', async () => {
  const { prompts, settled } = setUpPrompts(keepUnsent)
  message.mockImplementation(there)
  deleteMessage.mockResolvedValueOnce(true).mockResolvedValueOnce(false)
  expect(await prompts.withdraw(ref, 'msg_a')).toBe(true)
  expect(await prompts.withdraw(ref, 'msg_b')).toBe(false)
  expect(settled()).toEqual(['msg_a'])
})
