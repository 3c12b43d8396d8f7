import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answers as checks, type Answers } from '@kilo-console/engine/edge/answers'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { jsonLimits } from '@kilo-console/engine/edge/limits'
import type { EngineFrame } from '../../shared/events.ts'
import { applyToLiveParts } from '../../shared/live-parts.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { answers, frames } from '@kilo-console/engine/testing/corpus'
import { fuzz, heardOf, report } from '@kilo-console/engine/testing/fuzz'
import { changes, encode, mutated } from '@kilo-console/engine/testing/mutation'
import { coalesce } from '../events/queue.ts'
import { Model } from './model.ts'
import { layPage } from './reduce-transcript.ts'
import { reduce } from './reduce.ts'
import { rosterOf } from './roster.ts'
import { emptyServer, emptyTranscript } from './types.ts'

/** A page that has every session of the corpus open. */
function openPage(): Model {
  const model = new Model({ status: 'done' })
  const server = emptyServer(sampleServer())
  for (const session of answers['/session/{id}'] as { id: string }[])
    server.transcripts[session.id] = emptyTranscript()
  model.set('order', ['daemon'])
  model.set('servers', 'daemon', server)
  return model
}

test('fault 62: whatever becomes of real events, the page takes what its host passes on', () => {
  let model = openPage()
  const counts = { cases: 0, kept: 0, pages: 1 }
  let seq = 0
  const frameOf = (event: EngineEvent): EngineFrame => ({
    server: 'daemon',
    epoch: 'e',
    seq: (seq += 1),
    directory: '/a',
    event,
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...frames), changes), { minLength: 1, maxLength: 5 }),
      (cases) => {
        // A page is not looked at for ever, and a roster of thousands makes the test slow.
        if (seq > counts.pages * 1000) {
          model = openPage()
          counts.pages += 1
        }
        const heard = cases.flatMap(([frame, changes]) => heardOf(encode(mutated(frame, changes))) ?? [])
        counts.cases += cases.length
        counts.kept += heard.length
        const live = model.live('daemon')
        for (const frame of coalesce(heard.map(frameOf))) {
          applyToLiveParts(live, frame.event)
          model.change('daemon', (draft) => reduce(draft, frame, live, 1000))
        }
        rosterOf(model.state)
      },
    ),
    { ...fuzz, numRuns: Math.ceil(fuzz.numRuns / 3) },
  )
  expect(counts.kept).toBeGreaterThan(counts.cases / 10)
  expect({}).not.toHaveProperty('polluted')
  report('page, events', counts)
})

const ROUTES: [keyof Answers, string][] = [
  ['session', '/session/{id}'],
  ['terminal', '/pty'],
  ['message', '/session/{id}/message'],
  ['messages', '/session/{id}/message'],
  ['todos', '/session/{id}/todo'],
  ['diffs', '/session/{id}/diff'],
  ['permissions', '/permission'],
  ['providers', '/config/providers'],
  ['agents', '/agent'],
  ['config', '/config'],
]
const SINGLE = new Set<keyof Answers>(['session', 'terminal', 'message'])

/** A recorded answer of this kind; lists of single things hold many. */
const answer = fc.constantFrom(...ROUTES).chain(([kind, route]) => {
  const recorded = answers[route]
  const ofKind = SINGLE.has(kind) ? fc.constantFrom(...(recorded as unknown[])) : fc.constant(recorded)
  return fc.record({ kind: fc.constant(kind), value: ofKind, changes })
})

test('fault 62: whatever becomes of real answers, each is taken as far as it fits, or refused', () => {
  const counts = { cases: 0, kept: 0, refused: 0, dropped: 0 }
  const transcript = emptyTranscript()

  function read(kind: keyof Answers, text: string): unknown {
    try {
      return checks[kind](parseBounded(text, jsonLimits.pageValues), (count) => (counts.dropped += count))
    } catch {
      counts.refused += 1
      return undefined
    }
  }

  fc.assert(
    fc.property(answer, ({ kind, value, changes }) => {
      counts.cases += 1
      const kept = read(kind, encode(mutated(value, changes)))
      if (kept === undefined) return
      counts.kept += 1
      // Checked again it is the same, and nothing more is dropped: what is kept is what its type says.
      const before = counts.dropped
      expect(checks[kind](kept, (count) => (counts.dropped += count))).toEqual(kept)
      expect(counts.dropped).toBe(before)
      if (kind === 'messages')
        layPage(transcript, kept as Answers['messages'], { since: [], live: new Map(), fresh: true })
    }),
    fuzz,
  )
  expect(counts.kept).toBeGreaterThan(counts.cases / 10)
  expect(counts.refused + counts.dropped).toBeGreaterThan(counts.cases / 20)
  expect({}).not.toHaveProperty('polluted')
  report('page, answers', counts)
})
