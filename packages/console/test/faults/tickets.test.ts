/** A flood of wrong tickets: it lasts until the host has enough of it, so it is none for every save. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSecret } from '../../host/auth/secret.ts'
import { startHost, type TestHost } from '../host/host.ts'

let host: TestHost
beforeAll(async () => {
  host = await startHost()
})
afterAll(() => host.close())

test('fault 59: 100 wrong tickets at a time, without end, and 8 of 8 launch links are taken', async () => {
  const guess = async () => (await host.post('/auth/session', { ticket: newSecret() })).status
  const heard = new Map<number, number>()
  const over = new AbortController()
  const flood = async () => {
    while (!over.signal.aborted)
      for (const status of await Promise.all(Array.from({ length: 100 }, guess)))
        heard.set(status, (heard.get(status) ?? 0) + 1)
  }
  const flooding = flood()
  await expect.poll(() => heard.get(429) ?? 0, { timeout: 30_000 }).toBeGreaterThan(0)
  const taken: number[] = []
  for (let at = 0; at < 8; at += 1)
    taken.push((await host.post('/auth/session', { ticket: await host.ticket() })).status)
  over.abort()
  await flooding
  expect(taken).toEqual(Array(8).fill(200))
  expect(new Set(heard.keys())).toEqual(new Set([401, 429]))
})
