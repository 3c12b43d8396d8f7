import type { Message } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { findInterrupted } from './interrupted.ts'

const newest: Record<string, object | undefined> = {
  'cut in the middle': { role: 'assistant', time: { created: 1 } },
  'not begun': { role: 'user', time: { created: 1 } },
  'ended unheard': { role: 'assistant', time: { created: 1, completed: 2 }, finish: 'stop' },
  'failed unheard': { role: 'assistant', time: { created: 1 }, error: { name: 'APIError' } },
  empty: undefined,
}

test('fault 66: of sessions that were at work and are at rest, those are cut off whose newest message has no end', async () => {
  const suspects = [...Object.keys(newest), 'gone', 'known to be cut off, and cannot be read']
  const known = new Set(['known to be cut off, and cannot be read', 'ended unheard'])
  const found = await findInterrupted(
    suspects,
    (id) => known.has(id),
    (id) =>
      !(id in newest) ? Promise.reject(new Error('404')) : Promise.resolve(newest[id] as Message | undefined),
  )
  expect(found).toEqual({
    interrupted: ['cut in the middle', 'not begun', 'known to be cut off, and cannot be read'],
    ended: ['ended unheard', 'failed unheard', 'empty', 'gone'],
  })
})

test('bounded: a server that names a thousand is asked about two dozen', async () => {
  const asked: string[] = []
  const many = Array.from({ length: 1000 }, (_, index) => `s${index}`)
  const newestOf = (id: string) => {
    asked.push(id)
    return Promise.resolve(undefined)
  }
  await findInterrupted(many, () => false, newestOf)
  expect(asked).toHaveLength(24)
})
