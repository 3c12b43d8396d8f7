import { expect, test } from 'vitest'
import type { EventType } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { EngineFrame } from '../../shared/events.ts'
import { makeBurden } from './burden.ts'

const frame = (type: EventType, server = 'daemon'): EngineFrame => ({
  server,
  epoch: 'e',
  seq: 1,
  event: sampleEvent(type, {}),
})

test('fault 63: a server that adds and adds is read anew, as often as it adds so much again', () => {
  const burden = makeBurden(1_000_000)
  const anew = (count: number, frame: EngineFrame, size: number) =>
    Array.from({ length: count }, () => burden.add(frame, size)).filter(Boolean).length
  expect(anew(1000, frame('message.part.delta'), 300)).toBe(0)
  expect(anew(1000, frame('session.created'), 300)).toBe(8)
  expect(anew(10, frame('session.created', 'port-4098'), 300)).toBe(0)
  burden.forget('daemon')
  expect(anew(1, frame('message.part.delta'), 1_000_000)).toBe(0)
  expect(anew(1, frame('message.part.delta'), 1)).toBe(1)
})
