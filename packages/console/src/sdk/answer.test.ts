import { expect, test } from 'vitest'
import { readAnswer } from './answer.ts'
import { droppedHere } from './dropped.ts'

const answered = (data: unknown) => Promise.resolve({ data, response: new Response('{}') })

test('what is no list is one answer that was dropped; bad entries of one count each, and the others stay', async () => {
  await expect(readAnswer('one', 'commands', answered({}))).rejects.toMatchObject({ code: 'strange-answer' })
  expect(droppedHere('one')).toBe(1)
  const list = [{ name: 'review', template: 'Review', hints: [] }, 7, {}]
  expect(await readAnswer('one', 'commands', answered(list))).toMatchObject([{ name: 'review' }])
  expect(droppedHere('one')).toBe(3)
})

test.each([
  [{ name: 'UnknownError', data: { message: 'The folder is put away' } }],
  [{ _tag: 'InstanceDisposed', message: 'The folder is put away' }],
])('an error that the engine answers in its place is told, and is nothing strange', async (error) => {
  await expect(readAnswer('two', 'mcpStates', answered(error))).rejects.toThrow('The folder is put away')
  await expect(readAnswer('two', 'commands', answered(error))).rejects.toThrow('The folder is put away')
  expect(droppedHere('two')).toBe(0)
})
