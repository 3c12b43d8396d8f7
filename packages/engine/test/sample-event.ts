import type { EngineEvent, EventType } from '../src/edge/event.ts'

/** For tests: an event with as much of its properties as the test is about. */
export function sampleEvent(type: EventType, properties: object): EngineEvent {
  return { type, properties } as EngineEvent
}
