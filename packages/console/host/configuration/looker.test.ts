import { expect, test } from 'vitest'
import type { FileLook } from './file-look.ts'
import { makeLooker } from './looker.ts'

const found: FileLook = { found: 'nothing' }

/** A disk of which some files answer when they are told to. */
function disk() {
  const begun: string[] = []
  const answers = new Map<string, () => void>()
  const look = makeLooker((path) => {
    begun.push(path)
    return path.startsWith('/gone')
      ? new Promise((resolve) => answers.set(path, () => resolve(found)))
      : Promise.resolve(found)
  })
  return { begun, answers, look }
}

const isLate = { found: 'unreadable', why: 'The disk doesn’t answer.' }
const isUntried = { found: 'unreadable', why: expect.stringContaining('of another') as string }
const never = new AbortController().signal

test('who doesn’t answer is not asked again until it does', async () => {
  const { begun, answers, look } = disk()
  const deadline = new AbortController()
  const first = look('/gone', deadline.signal)
  deadline.abort()
  expect(await first).toEqual(isLate)
  expect(await look('/gone', never)).toEqual(isLate)
  expect(await look('/here', never)).toEqual(found)
  expect(begun).toEqual(['/gone', '/here'])
  answers.get('/gone')?.()
  await Promise.resolve()
  const again = look('/gone', never)
  answers.get('/gone')?.()
  expect(await again).toEqual(found)
})

test('two that don’t answer are all that is waited for', async () => {
  const { begun, look } = disk()
  const deadline = new AbortController()
  const looks = ['/gone1', '/gone2', '/gone3', '/here'].map((path) => look(path, deadline.signal))
  deadline.abort()
  expect(await Promise.all(looks)).toEqual([isLate, isLate, isUntried, isUntried])
  expect(await look('/here', never)).toEqual(isUntried)
  expect(begun).toEqual(['/gone1', '/gone2'])
})

test('one is looked at once for all who ask, two at a time', async () => {
  const { begun, answers, look } = disk()
  const both = [look('/gone', never), look('/gone', never)]
  const others = ['/a', '/b', '/c', '/d'].map((path) => look(path, never))
  expect(begun).toEqual(['/gone', '/a'])
  expect(await Promise.all(others)).toEqual([found, found, found, found])
  answers.get('/gone')?.()
  expect(await Promise.all(both)).toEqual([found, found])
  expect(begun).toEqual(['/gone', '/a', '/b', '/c', '/d'])
})
