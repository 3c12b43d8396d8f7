import { expect, test } from 'vitest'
import type { EngineMessage } from './engine-event.ts'
import { createLiveText } from './live-text.ts'

const begun = (id: string, text = '', directory = '/a'): EngineMessage => {
  const part = { id, sessionID: `s-${id}`, messageID: 'm', type: 'text', text, time: { start: 1 } }
  return {
    directory,
    event: { type: 'message.part.updated', properties: { sessionID: part.sessionID, part } },
  }
}
const ids = (live: ReturnType<typeof createLiveText>, server?: string) =>
  live.messages(server).map(({ event }) => (event.properties['part'] as { id: string }).id)

test('each server has its own, each part its directory', () => {
  const live = createLiveText()
  live.apply('daemon', begun('p', 'x', '/a'))
  live.apply('port-4098', begun('p', 'y', '/b'))
  expect(live.messages().map(({ server, directory }) => [server, directory])).toEqual([
    ['daemon', '/a'],
    ['port-4098', '/b'],
  ])
  live.forget('daemon')
  expect(ids(live)).toEqual(['p'])
  expect(ids(live, 'daemon')).toEqual([])
})

test('fault 43: of a part whose beginning was missed, what came since is told as a delta', () => {
  const live = createLiveText()
  const properties = { sessionID: 's', messageID: 'm', partID: 'p', field: 'text' }
  for (const delta of ['of the ', 'answer'])
    live.apply('daemon', {
      directory: '/a',
      event: { type: 'message.part.delta', properties: { ...properties, delta } },
    })
  expect(live.messages()).toEqual([
    {
      server: 'daemon',
      directory: '/a',
      event: { type: 'message.part.delta', properties: { ...properties, delta: 'of the answer' } },
    },
  ])
})

test('fault 45: bounded: the part that began first gives way', () => {
  const live = createLiveText(5000)
  for (const id of ['a', 'b', 'c', 'd']) live.apply('daemon', begun(id, 'x'.repeat(1000)))
  expect(ids(live)).toEqual(['b', 'c', 'd'])
})
