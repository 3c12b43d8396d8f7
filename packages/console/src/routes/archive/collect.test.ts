import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { collectArchived } from './collect.ts'

const session = (id: number, archived: boolean, parentID?: string) =>
  ({
    id: `ses_${id}`,
    time: { created: id, updated: id, ...(archived && { archived: 1 }) },
    parentID,
  }) as GlobalSession

/** Pages of `each`, whose cursor is the place of the next one. */
const pages = (all: GlobalSession[], each: number) => (cursor: number | null) => {
  const at = cursor ?? 0
  const next = at + each < all.length ? at + each : null
  return Promise.resolve({ sessions: all.slice(at, at + each), next })
}
const ids = (found: { sessions: GlobalSession[] }) => found.sessions.map(({ id }) => id)

test('passes by what is not archived, until there are enough', async () => {
  const all = Array.from({ length: 12 }, (_, index) => session(index, index % 3 === 0))
  const first = await collectArchived(pages(all, 2), null, 2)
  expect(ids(first)).toEqual(['ses_0', 'ses_3'])
  const second = await collectArchived(pages(all, 2), first.cursor, 9)
  expect(ids(second)).toEqual(['ses_6', 'ses_9'])
  expect(second.cursor).toBeNull()
})

test('leaves out subagents of archived sessions', async () => {
  const all = [session(1, true), session(2, true, 'ses_1')]
  expect(ids(await collectArchived(pages(all, 9), null, 9))).toEqual(['ses_1'])
})

test('fault 63: asks so many times and no more', async () => {
  let asked = 0
  const endless = (cursor: number | null) => {
    asked += 1
    return Promise.resolve({ sessions: [], next: (cursor ?? 0) + 1 })
  }
  const found = await collectArchived(endless, null, 5)
  expect(asked).toBe(10)
  expect(found.cursor).toBe(10)
})

test('fault 63: a page that leads to itself is the last', async () => {
  const found = await collectArchived(() => Promise.resolve({ sessions: [], next: 7 }), 7, 5)
  expect(found.cursor).toBeNull()
})
