import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkEvent } from '@kilo-console/engine/edge/event'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { frames } from '@kilo-console/engine/testing/corpus'
import { fuzz, report } from '@kilo-console/engine/testing/fuzz'
import { changes, encode, mutated } from '@kilo-console/engine/testing/mutation'
import { makeObserver } from '../roster/observations.ts'
import { parseEngineEvent } from './engine-event.ts'
import { greeting } from '../../test/host/greeting.ts'
import { makeHub } from './hub.ts'
import { makeLiveText } from './live-text.ts'

const place = {
  server: fc.constantFrom('daemon', 'port-4098', 'port-4099'),
  frame: fc.constantFrom(...frames),
}

test('fault 62, 63: whatever becomes of real events, nothing throws, what is kept fits, and no budget is passed', () => {
  const hub = makeHub({ frames: 500, bytes: 1_000_000 }, 'e')
  const live = makeLiveText()
  const observer = makeObserver()
  const counts = { cases: 0, kept: 0, strange: 0, ignored: 0, most: 0 }
  let listened = 0
  hub.join(null, greeting, (text) => (listened += text.length))

  function hear(server: string, text: string): void {
    counts.cases += 1
    const heard = parseEngineEvent(text)
    if (typeof heard === 'string') {
      counts[heard === 'strange' ? 'strange' : 'ignored'] += 1
      return
    }
    counts.kept += 1
    // Checked again it is the same: nothing in it is other than its type says.
    expect(checkEvent(heard.event.type, heard.event.properties)).toEqual(heard.event)
    observer.note(server, heard)
    live.apply(server, heard)
    hub.event(server, heard)
    counts.most = Math.max(counts.most, live.total())
  }

  fc.assert(
    fc.property(fc.record({ ...place, changes }), ({ server, frame, changes }) => {
      hear(server, encode(mutated(frame, changes)))
      expect(live.total()).toBeLessThanOrEqual(hostLimits.liveTextOfAll)
      const { directories } = observer.of(server)
      expect(directories.length).toBeLessThanOrEqual(hostLimits.seenDirectories)
    }),
    fuzz,
  )
  const { backlog } = hub.join(null, greeting, () => undefined)
  expect(backlog.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(
    6 * hostLimits.liveTextOfAll + hostLimits.rosterSizeOfAll,
  )
  for (const server of ['daemon', 'port-4098', 'port-4099'])
    expect(JSON.stringify(hub.rosterOf(server)).length).toBeLessThan(1.1 * hostLimits.rosterSize)
  expect(listened).toBeGreaterThan(0)
  expect(counts.strange).toBeGreaterThan(counts.cases / 10)
  expect(counts.kept).toBeGreaterThan(counts.cases / 10)
  expect({}).not.toHaveProperty('polluted')
  report('host, events', counts)
})
