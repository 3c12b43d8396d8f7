import { afterEach, expect, test, vi } from 'vitest'
import { choicesCache } from './choices-cache.ts'
import type { Choices } from './choices.ts'

const { readChoices } = vi.hoisted(() => ({ readChoices: vi.fn<(place: object) => Promise<Choices>>() }))
vi.mock('./choices.ts', () => ({ readChoices }))
afterEach(() => void readChoices.mockReset())

const choices = (defaultAgent: string) => ({ defaultAgent }) as unknown as Choices
const settle = () => new Promise((resolve) => setTimeout(resolve))

test('each folder of each server has one, which is read when somebody asks', async () => {
  readChoices.mockResolvedValue(choices('a'))
  const cache = choicesCache('daemon', '/w')
  expect([cache.data(), cache.loading()]).toEqual([undefined, false])
  cache.read()
  expect(cache.loading()).toBe(true)
  await settle()
  expect([cache.data(), cache.loading()]).toEqual([choices('a'), false])
  expect(choicesCache('daemon', '/w')).toBe(cache)
  expect(choicesCache('daemon', '/x')).not.toBe(cache)
  expect(readChoices.mock.calls).toEqual([[{ serverId: 'daemon', directory: '/w' }]])
})

test('what may be another while it is read is read behind that, once', async () => {
  const answers: ((value: Choices) => void)[] = []
  readChoices.mockImplementation(() => new Promise((resolve) => answers.push(resolve)))
  const cache = choicesCache('daemon', '/again')
  for (let asked = 0; asked < 3; asked += 1) cache.read()
  for (let asked = 0; asked < 3; asked += 1) cache.refresh()
  expect(answers).toHaveLength(1)
  answers[0]?.(choices('old'))
  await settle()
  expect([answers.length, cache.loading()]).toEqual([2, true])
  answers[1]?.(choices('new'))
  await settle()
  expect([cache.data(), cache.loading(), answers.length]).toEqual([choices('new'), false, 2])
})

test('why it could not be read is told until it is', async () => {
  const cache = choicesCache('daemon', '/failing')
  readChoices.mockRejectedValueOnce(new Error('gone'))
  cache.read()
  await settle()
  expect([cache.problem()?.message, cache.data(), cache.loading()]).toEqual(['gone', undefined, false])
  readChoices.mockResolvedValueOnce(choices('back'))
  cache.read()
  await settle()
  expect([cache.problem(), cache.data()]).toEqual([undefined, choices('back')])
})
