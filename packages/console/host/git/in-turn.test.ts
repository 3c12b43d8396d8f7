import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('in one repository one after the other, a failed one too; in another at once', async () => {
  const begun: string[] = []
  let refuse: (error: Error) => void = () => undefined
  const promise = new Promise<string>((_, reject) => (refuse = reject))
  const begin = (name: string, answer: Promise<string>) => () => {
    begun.push(name)
    return answer
  }
  const first = inTurn('a', begin('first', promise))
  const second = inTurn('a', begin('second', Promise.resolve('done')))
  expect(await inTurn('b', begin('elsewhere', Promise.resolve('there')))).toBe('there')
  expect(begun).toEqual(['first', 'elsewhere'])
  refuse(new Error('refused'))
  await expect(first).rejects.toThrow('refused')
  expect(await second).toBe('done')
  expect(begun).toEqual(['first', 'elsewhere', 'second'])
})
