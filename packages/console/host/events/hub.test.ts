import { expect, test } from 'vitest'
import type { EngineMessage } from './engine-event.ts'
import { greeting } from '../../test/host/greeting.ts'
import { makeHub } from './hub.ts'

const NOW = 1_700_000_000_000
const note = (id: string): EngineMessage => ({ event: { type: 'pty.deleted', properties: { id } } })
const begun: EngineMessage = {
  directory: '/a',
  event: {
    type: 'message.part.updated',
    properties: {
      sessionID: 's',
      part: { id: 'p', sessionID: 's', messageID: 'm', type: 'text', text: '', time: { start: 1 } },
    },
  },
}
const delta = (text: string): EngineMessage => ({
  directory: '/a',
  event: {
    type: 'message.part.delta',
    properties: { sessionID: 's', messageID: 'm', partID: 'p', field: 'text', delta: text },
  },
})

function tabOf(hub: ReturnType<typeof makeHub>, since: string | null = null) {
  const frames: Record<string, unknown>[] = []
  const rosters: Record<string, unknown>[] = []
  const hear = (text: string) => {
    const frame = JSON.parse(text) as Record<string, unknown>
    ;('roster' in frame ? rosters : frames).push(frame)
  }
  const { backlog, leave } = hub.join(since, greeting, hear)
  backlog.forEach(hear)
  return { frames, rosters, leave }
}

test('frames are numbered by one, every tab gets each', () => {
  const hub = makeHub(undefined, 'e', () => NOW)
  const [one, two] = [tabOf(hub), tabOf(hub)]
  hub.event('daemon', note('a'))
  hub.resync('daemon', 'reconnected')
  hub.servers([])
  expect(one.frames).toEqual([
    { hello: true, epoch: 'e', seq: 0, resync: true, now: NOW, ...greeting },
    { server: 'daemon', epoch: 'e', seq: 1, ...note('a') },
    { server: 'daemon', epoch: 'e', seq: 2, resync: true, reason: 'reconnected' },
    { epoch: 'e', seq: 3, servers: [] },
  ])
  expect(two.frames).toEqual(one.frames)
  two.leave()
  hub.servers([])
  expect(two.frames).toHaveLength(4)
})

test('a session has news if anything was heard of it since, or may have been missed', () => {
  const hub = makeHub(undefined, 'e', () => NOW)
  hub.event('daemon', begun)
  hub.event('daemon', note('a'))
  expect(hub.hasNews('daemon', 's', 'e:0')).toBe(true)
  for (const place of ['e:1', 'e:2']) expect(hub.hasNews('daemon', 's', place)).toBe(false)
  expect(hub.hasNews('daemon', 'another', 'e:0')).toBe(false)
  for (const place of ['of an earlier run:2', 'nonsense'])
    expect(hub.hasNews('daemon', 's', place)).toBe(true)
  hub.resync('daemon', 'reconnected')
  expect(hub.hasNews('daemon', 's', 'e:2')).toBe(true)
  expect(hub.hasNews('daemon', 's', 'e:3')).toBe(false)
})

test('what no frame tells of is news, too: what is kept of a session, and what nobody could make sense of', () => {
  const hub = makeHub(undefined, 'e', () => NOW)
  hub.event('daemon', note('a'))
  hub.keptOf('s')
  expect(hub.hasNews('daemon', 's', 'e:1')).toBe(true)
  expect(hub.hasNews('port-1', 's', 'e:1')).toBe(true)
  expect(hub.hasNews('daemon', 'another', 'e:1')).toBe(false)
  hub.event('daemon', note('b'))
  expect(hub.hasNews('daemon', 's', 'e:2')).toBe(false)
  hub.strange()
  expect(hub.hasNews('daemon', 'another', 'e:2')).toBe(true)
  hub.event('daemon', note('c'))
  expect(hub.hasNews('daemon', 'another', 'e:3')).toBe(false)
})

test('fault 43: who names a kept frame gets what came after it', () => {
  const hub = makeHub(undefined, 'e', () => NOW)
  for (const text of ['a', 'b', 'c']) hub.event('daemon', note(text))
  const { frames } = tabOf(hub, 'e:1')
  expect(frames[0]).toEqual({
    hello: true,
    epoch: 'e',
    seq: 3,
    resync: false,
    replayFrom: 1,
    now: NOW,
    ...greeting,
  })
  expect(frames.slice(1).map(({ seq }) => seq)).toEqual([2, 3])
})

test.each([null, '', 'e', 'e:', 'e:x', 'e:4', 'e:-1', 'other:1', 'e:99999999999999999', 'e:0'])(
  '44: %j, which is not here, gets a resync',
  (since) => {
    const hub = makeHub({ frames: 2, bytes: 10_000 }, 'e', () => NOW)
    for (const text of ['a', 'b', 'c']) hub.event('daemon', note(text))
    expect(tabOf(hub, since).frames).toEqual([
      { hello: true, epoch: 'e', seq: 3, resync: true, now: NOW, ...greeting },
    ])
  },
)

test('fault 48: who comes in the middle of an answer gets it as far as it is', () => {
  const hub = makeHub(undefined, 'e', () => NOW)
  for (const message of [begun, delta('Hel'), delta('lo')]) hub.event('daemon', message)
  const { frames } = tabOf(hub)
  expect(frames[1]).toMatchObject({
    server: 'daemon',
    epoch: 'e',
    seq: 3,
    directory: '/a',
    event: { type: 'message.part.updated', properties: { sessionID: 's', part: { id: 'p', text: 'Hello' } } },
  })
  expect(tabOf(hub, 'e:3').frames).toHaveLength(1)
})

test('fault 48: text with a hole is not shown as whole, text beside a lost event is', () => {
  const hub = makeHub(undefined, 'e', () => NOW)
  for (const message of [begun, delta('Hel')]) hub.event('daemon', message)
  const { frames } = tabOf(hub, 'e:2')
  hub.resync('daemon', 'overflow')
  expect(frames.at(-1)).toMatchObject({ seq: 3, event: { properties: { part: { text: 'Hel' } } } })
  hub.resync('daemon', 'reconnected')
  expect(frames.at(-1)).toMatchObject({ seq: 4, reason: 'reconnected' })
  expect(tabOf(hub).frames).toHaveLength(1)
})
