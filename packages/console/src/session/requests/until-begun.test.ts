import type { Session } from '@kilocode/sdk/v2/client'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { untilBegun } from './until-begun.ts'

const sessions = (...placed: [id: string, directory: string][]) =>
  Object.fromEntries(placed.map(([id, directory]) => [id, { id, directory } as Session]))

function setUp() {
  const [server, setServer] = createSignal({
    sessions: sessions(['old', '/p']),
    selected: { sessionId: 'old' },
  })
  const name = (sessionId: string) => setServer(({ sessions }) => ({ sessions, selected: { sessionId } }))
  const make = (id: string, directory: string) =>
    setServer((now) => ({ ...now, sessions: { ...now.sessions, ...sessions([id, directory]) } }))
  return { server, name, make }
}

test('the next one that is named, in the folder, and that was not there before', async () => {
  const { server, name, make } = setUp()
  const { session } = untilBegun(server, '/p')
  name('old')
  make('elsewhere', '/q')
  name('elsewhere')
  make('begun', '/p')
  name('begun')
  make('later', '/p')
  name('later')
  expect(await session).toBe('begun')
})

test('one that is known only after it was named', async () => {
  const { server, name, make } = setUp()
  const { session } = untilBegun(server, '/p')
  name('begun')
  make('begun', '/p')
  expect(await session).toBe('begun')
})

test('none after a while', async () => {
  expect(await untilBegun(() => undefined, '/p', 0).session).toBeUndefined()
})

test('none when nobody waits any more', async () => {
  const { session, stop } = untilBegun(() => undefined, '/p')
  stop()
  expect(await session).toBeUndefined()
})
