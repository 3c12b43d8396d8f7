import { afterEach, expect, it, vi } from 'vitest'
import { firstMessage } from '../sdk/first-message.ts'
import { firstPromptOf, wantFirstPrompt } from './first-prompts.ts'

vi.mock('../sdk/first-message.ts', () => ({ firstMessage: vi.fn() }))

type First = Awaited<ReturnType<typeof firstMessage>>
const read = vi.mocked(firstMessage)
const prompt = (text: string) =>
  ({ info: { role: 'user' }, parts: [{ type: 'text', text }] }) as unknown as NonNullable<First>
const want = (sessionId: string, updated = 1) =>
  wantFirstPrompt({ ref: { serverId: 'daemon', sessionId }, created: 0, updated })
const settle = () => new Promise((resolve) => setTimeout(resolve))

afterEach(() => read.mockReset())

it('two at a time are read, and of those that are not shown any longer none', async () => {
  const answers: ((first: First) => void)[] = []
  read.mockImplementation(() => new Promise((resolve) => answers.push(resolve)))
  const takenBack = ['a', 'b', 'c', 'd'].map((id) => want(id))
  expect(read).toHaveBeenCalledTimes(2)
  takenBack[2]?.()
  answers[0]?.(prompt('First of a\nmore'))
  await settle()
  expect(read.mock.calls.map(([ref]) => ref.sessionId)).toEqual(['a', 'b', 'd'])
  answers[1]?.(undefined)
  answers[2]?.(prompt('First of d'))
  await settle()
  expect(['a', 'b', 'c', 'd'].map(firstPromptOf)).toEqual(['First of a', undefined, undefined, 'First of d'])
})

it('what is known, or has not changed since it had none, is not read again', async () => {
  read.mockResolvedValue(undefined)
  want('empty', 1)
  await settle()
  want('empty', 1)
  expect(read).toHaveBeenCalledTimes(1)
  read.mockResolvedValue(prompt('Begun'))
  want('empty', 2)
  await settle()
  expect(firstPromptOf('empty')).toBe('Begun')
  want('empty', 3)
  expect(read).toHaveBeenCalledTimes(2)
})

it('a failure keeps nothing from being read later', async () => {
  read.mockRejectedValueOnce(new Error('gone'))
  want('fails', 1)
  await settle()
  read.mockResolvedValue(prompt('After all'))
  want('fails', 1)
  await settle()
  expect(firstPromptOf('fails')).toBe('After all')
})
