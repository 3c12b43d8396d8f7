import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { noMoreThan, readBytes } from './read-bytes.ts'

const pieces = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)))

it('reads all that comes, and no more than it may', async () => {
  const tooMuch = () => new Error('too much')
  expect((await readBytes(pieces('ab', 'c', ''), noMoreThan(3, tooMuch))).toString()).toBe('abc')
  await expect(readBytes(pieces('ab', 'c', 'd'), noMoreThan(3, tooMuch))).rejects.toThrow('too much')
  expect((await readBytes(pieces(), noMoreThan(0, tooMuch))).length).toBe(0)
})
