import { expect, test } from 'vitest'
import type { Running, Step } from '../../shared/roster/steps.ts'
import { currentStepOf } from './current-step.ts'

const thinking: Running = { kind: 'thinking' }
const writing: Running = { kind: 'writing' }
const call: Running = { kind: 'tool', tool: 'bash', subject: 'x', heard: 0 }
const root = { id: 'root', title: 'Root' }
const child = { id: 'child', title: 'Child', agent: 'explore' }

const stepOf = (busy: string[], steps: Record<string, Step>) =>
  currentStepOf({ steps, sessions: { root, child } as never, others: {} }, { session: root as never, busy })

test.each<[string, string[], Record<string, Step>, unknown]>([
  ['of a session that rests nothing is known', [], {}, undefined],
  ['neither of one that began unheard', ['root'], {}, undefined],
  ['between two steps it waits for the model', ['root'], { root: {} }, { running: undefined, by: undefined }],
  ['the newest counts', ['root'], { root: { b: writing, a: thinking } }, { running: writing, by: undefined }],
  ['but a call first', ['root'], { root: { a: call, b: writing } }, { running: call, by: undefined }],
  [
    'a subagent goes before who waits for it',
    ['root', 'child'],
    { root: { a: call }, child: { b: thinking } },
    { running: thinking, by: child },
  ],
  [
    'whatever the order in which they began',
    ['child', 'root'],
    { root: { a: call }, child: {} },
    { running: undefined, by: child },
  ],
  [
    'one that began unheard says nothing',
    ['root', 'child'],
    { root: { a: call } },
    { running: call, by: undefined },
  ],
  [
    'one that nobody knows by name works as well',
    ['other'],
    { other: { a: call } },
    { running: call, by: undefined },
  ],
])('%s', (_, busy, steps, expected) => {
  expect(stepOf(busy, steps)).toEqual(expected)
})
