import { expect, test } from 'vitest'
import { makeLookout } from './lookout.ts'

test('it is worth asking at first, when sockets come or go, and now and then', () => {
  let sockets: string[] = []
  const isWorth = makeLookout(1, () => sockets.map((inode) => ({ inode })))
  const looks = (count: number) => Array.from({ length: count }, () => (isWorth() ? '!' : '.')).join('')
  expect(looks(9)).toBe('!.......!')
  sockets = ['17']
  expect(looks(3)).toBe('!..')
  sockets = ['17', '18']
  expect(looks(9)).toBe('!.....!..')
  sockets = []
  expect(looks(1)).toBe('!')
})
