import { expect, test } from 'vitest'
import { hashOf, newSecret, sameSecret } from './secret.ts'

test('a secret is 32 random bytes, and its hash says nothing of it', () => {
  const [a, b] = [newSecret(), newSecret()]
  expect(a).toMatch(/^[\w-]{43}$/)
  expect(a).not.toBe(b)
  expect(hashOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test.each([
  ['a', 'a', true],
  ['a', 'b', false],
  ['a', 'aa', false],
  ['', 'a', false],
  ['', '', true],
])('%j and %j are the same: %s', (a, b, same) => expect(sameSecret(a, b)).toBe(same))
