import { expect, test } from 'vitest'
import { makeSeenDirectories } from './seen-directories.ts'

test('the last seen come first, each once, by server', () => {
  const seen = makeSeenDirectories()
  for (const directory of ['/a', '/b', undefined, '/a']) seen.note('daemon', directory)
  seen.note('port-4098', '/c')
  expect(seen.of('daemon')).toEqual(['/a', '/b'])
  expect(seen.of('port-4098')).toEqual(['/c'])
  expect(seen.of('port-4099')).toEqual([])
})

test('only the newest twenty are kept', () => {
  const seen = makeSeenDirectories()
  for (let at = 0; at < 100; at++) seen.note('daemon', `/${at}`)
  expect(seen.of('daemon')).toEqual(Array.from({ length: 20 }, (_, at) => `/${99 - at}`))
})
