import { expect, test } from 'vitest'
import { Holds } from './holds.ts'

/** All that waits for nothing but promises has happened. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** What is free at once, in the order in which it was asked for. */
async function freeNow(holds: Holds, ...places: [server: string, directory?: string][]): Promise<boolean[]> {
  const free = places.map(() => false)
  for (const [at, [server, directory]] of places.entries())
    void holds.whenFree(server, directory).then(() => (free[at] = true))
  await settle()
  return free
}

test('a folder is held for itself, a server for all of its folders', async () => {
  const holds = new Holds()
  const end = holds.begin('a', '/w')
  expect(await freeNow(holds, ['a', '/w'], ['a', '/w/sub'], ['b', '/w'], ['a'])).toEqual([
    false,
    true,
    true,
    false,
  ])
  end()
  expect(await freeNow(holds, ['a', '/w'], ['a'])).toEqual([true, true])
  const endAll = holds.begin('a')
  expect(await freeNow(holds, ['a', '/w'], ['b', '/w'])).toEqual([false, true])
  endAll()
  endAll()
  expect(await freeNow(holds, ['a', '/w'])).toEqual([true])
})

test('whoever waits also waits for what begins meanwhile', async () => {
  const holds = new Holds()
  const endFirst = holds.begin('a', '/w')
  let isFree = false
  const waiting = holds.whenFree('a', '/w').then((held) => {
    isFree = true
    return held
  })
  const endSecond = holds.begin('a')
  endFirst()
  await settle()
  expect(isFree).toBe(false)
  endSecond()
  expect(await waiting).toBe(true)
  expect(await holds.whenFree('a', '/w')).toBe(false)
})
