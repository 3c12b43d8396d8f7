import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { collectOlder } from './collect-older.ts'

const session = (nth: number, parentID?: string) => ({ id: `ses_${nth}`, parentID }) as GlobalSession
const many = (count: number) => Array.from({ length: count }, (_, nth) => session(nth))

/** Pages of `each`, whose cursor is the place of the next one. */
function pagesOf(all: GlobalSession[], each: number) {
  const asked: (number | null)[] = []
  const read = (cursor: number | null) => {
    asked.push(cursor)
    const at = cursor ?? 0
    const next = at + each < all.length ? at + each : null
    return Promise.resolve({ sessions: all.slice(at, at + each), next })
  }
  return { asked, read }
}
const isOlderThan = (count: number) => (id: string) => Number(id.slice(4)) < count

test('what is listed and what is a subagent’s passes by, until there are enough', async () => {
  const { asked, read } = pagesOf(many(260), 100)
  const { sessions, more } = await collectOlder(read, isOlderThan(200))
  expect([sessions.length, sessions[0]?.id, more]).toEqual([30, 'ses_200', true])
  expect(asked).toEqual([null, 100, 200])
  const family = pagesOf([session(1), session(2, 'ses_1')], 9)
  expect((await collectOlder(family.read, () => false)).sessions).toEqual([session(1)])
})

test.each([
  [30, 30, false],
  [31, 30, true],
  [0, 0, false],
])('of %d that match %d are shown, and more there are: %j', async (count, shown, more) => {
  const found = await collectOlder(pagesOf(many(count), 10).read, () => false)
  expect([found.sessions.length, found.more]).toEqual([shown, more])
})

test('fault 63: it asks so many times and no more, and no page twice', async () => {
  const { asked, read } = pagesOf(many(9000), 100)
  expect(await collectOlder(read, () => true)).toEqual({ sessions: [], more: true })
  expect(asked).toHaveLength(5)
  expect(
    await collectOlder(
      () => Promise.resolve({ sessions: [], next: 7 }),
      () => false,
    ),
  ).toEqual({
    sessions: [],
    more: false,
  })
})
