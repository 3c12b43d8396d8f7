import type { Part } from '@kilocode/sdk/v2/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notePart, type Step } from './steps.ts'

const AT = { directory: '/p', at: 1_234_567 }
const HEARD = 1_230_000
const of = { sessionID: 's', messageID: 'm' }
const text = (id: string, time?: object, more: object = {}) =>
  ({ ...of, id, type: 'text', text: 'x', ...(time && { time }), ...more }) as Part
const reasoning = (id: string, time: object) => ({ ...of, id, type: 'reasoning', text: 'x', time }) as Part
const call = (id: string, tool: string, status: string, input: object = {}) =>
  ({
    ...of,
    id,
    type: 'tool',
    tool,
    callID: id,
    state: { status, input, time: { start: 1 } },
  }) as unknown as Part
const began = (id: string) => ({ ...of, id, type: 'step-start' }) as Part

function after(...parts: Part[]): Step {
  const step: Step = {}
  for (const part of parts) notePart(step, part, AT)
  return step
}

const running = (tool: string, subject: string) => ({ kind: 'tool', tool, subject, heard: HEARD })

test.each<[string, Part[], object]>([
  ['a prompt is nothing that runs', [text('p')], {}],
  ['neither is what the engine adds', [text('p', { start: 1 }, { synthetic: true })], {}],
  ['thoughts', [reasoning('p', { start: 1 })], { p: { kind: 'thinking' } }],
  ['until they end', [reasoning('p', { start: 1 }), reasoning('p', { start: 1, end: 2 })], {}],
  ['an answer', [text('p', { start: 1 })], { p: { kind: 'writing' } }],
  ['until it is all there', [text('p', { start: 1 }), text('p', { start: 1, end: 2 })], {}],
  [
    'a part that becomes another one',
    [reasoning('p', { start: 1 }), text('p', { start: 1 })],
    { p: { kind: 'writing' } },
  ],
  [
    'a call of another tool',
    [call('p', 'bash', 'running'), call('p', 'read', 'running')],
    { p: running('read', '') },
  ],
  [
    'a command as it is, whatever path it begins with',
    [call('p', 'bash', 'running', { command: '/p/run.sh' })],
    { p: running('bash', '/p/run.sh') },
  ],
  ['a call that is being written', [call('p', 'bash', 'pending')], { p: { kind: 'writing' } }],
  ['a command', [call('p', 'bash', 'running', { command: 'npm test' })], { p: running('bash', 'npm test') }],
  ['until it is done', [call('p', 'bash', 'running'), call('p', 'bash', 'completed')], {}],
  ['or fails', [call('p', 'bash', 'running'), call('p', 'bash', 'error')], {}],
  [
    'a file, from the session’s folder',
    [call('p', 'edit', 'running', { filePath: '/p/src/a.ts' })],
    { p: running('edit', 'src/a.ts') },
  ],
  [
    'a file elsewhere',
    [call('p', 'read', 'running', { filePath: '/etc/hosts' })],
    { p: running('read', '/etc/hosts') },
  ],
  [
    'a folder, from there too',
    [call('p', 'list', 'running', { path: '/p/src' })],
    { p: running('list', 'src') },
  ],
  [
    'the field that says something',
    [call('p', 'read', 'running', { filePath: '', path: '/p/b.ts' })],
    { p: running('read', 'b.ts') },
  ],
  [
    'a folder whose name only begins like the session’s',
    [call('p', 'list', 'running', { path: '/project' })],
    { p: running('list', '/project') },
  ],
  [
    'the first file of a patch',
    [call('p', 'apply_patch', 'running', { patchText: '*** Begin Patch\n*** Update File: a.ts\n@@' })],
    { p: running('apply_patch', 'a.ts') },
  ],
  [
    'not what a line speaks of',
    [call('p', 'apply_patch', 'running', { patchText: 'a *** Add File: b\n*** Add File: c\n' })],
    { p: running('apply_patch', 'c') },
  ],
  [
    'nor what stands far behind its head',
    [call('p', 'apply_patch', 'running', { patchText: `${'x'.repeat(5000)}\n*** Add File: a\n` })],
    { p: running('apply_patch', '') },
  ],
  [
    'a patch that names none',
    [call('p', 'apply_patch', 'running', { patchText: 'x' })],
    { p: running('apply_patch', '') },
  ],
  ['input that is none', [call('p', 'bash', 'running', { command: [1] })], { p: running('bash', '') }],
  [
    'a tool that nobody knows',
    [call('p', 'constructor', 'running', { command: 'x' })],
    { p: running('constructor', '') },
  ],
  [
    'calls side by side',
    [call('p', 'bash', 'running'), call('q', 'read', 'running'), call('q', 'read', 'completed')],
    { p: running('bash', '') },
  ],
  ['what never ended, when the model goes on', [text('p', { start: 1 }), began('q')], {}],
  ['not what has begun since', [text('r', { start: 1 }), began('q')], { r: { kind: 'writing' } }],
])('%s', (_, parts, expected) => {
  expect(after(...parts)).toStrictEqual(expected)
})

test('fault 63: however large a call is, its line is small; of many the newest are told apart', () => {
  const huge = 'x'.repeat(1_000_000)
  for (const input of [{ command: huge }, { filePath: huge }, { patchText: `*** Add File: ${huge}` }])
    for (const tool of ['bash', 'edit', 'apply_patch', huge])
      expect(JSON.stringify(after(call('p', tool, 'running', input))).length).toBeLessThan(400)
  const many = after(...['e', 'd', 'c', 'b', 'a'].map((id) => call(id, 'read', 'running')))
  expect(Object.keys(many).toSorted()).toEqual(['b', 'c', 'd', 'e'])
})

test('without a folder of the session, a path is told whole', () => {
  const step: Step = {}
  notePart(step, call('p', 'read', 'running', { filePath: '/etc/hosts' }), { ...AT, directory: '' })
  expect(step['p']).toMatchObject({ subject: '/etc/hosts' })
})

test('what is found out later about a call is told', () => {
  const subjects = [{}, { command: 'npm test' }, { command: 'npm run build' }].map((input) =>
    call('p', 'bash', 'running', input),
  )
  expect(after(call('p', 'bash', 'pending'), ...subjects)).toEqual({ p: running('bash', 'npm run build') })
})

test('what changes nothing writes nothing', () => {
  const writes: string[] = []
  const step = new Proxy<Step>(
    {},
    {
      set: (target, key, value) => {
        writes.push(String(key))
        return Reflect.set(target, key, value)
      },
      deleteProperty: (target, key) => {
        writes.push(String(key))
        return Reflect.deleteProperty(target, key)
      },
    },
  )
  const line = call('p', 'bash', 'running', { command: 'npm test' })
  notePart(step, line, AT)
  notePart(step, line, { ...AT, at: AT.at + 5000 })
  notePart(step, text('q'), AT)
  expect(writes).toEqual(['p'])
  for (const times of [1, 2]) notePart(step, text('r', { start: 1, times }), AT)
  expect(writes.splice(1)).toEqual(['r'])
  notePart(step, line, { ...AT, at: AT.at + 10_000 })
  expect(writes).toEqual(['p', 'p'])
})

const anyPart = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('running', 'completed'))
    .map(([id, status]) => call(id, 'bash', status)),
  fc
    .tuple(fc.constant('d'), fc.boolean())
    .map(([id, done]) => text(id, done ? { start: 1, end: 2 } : { start: 1 })),
  fc.constantFrom(began('b0'), began('d0')),
)

test('of several states of one part the last is enough', () => {
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 20 }), (parts) => {
      const last = parts.filter((part, at) => !parts.slice(at + 1).some(({ id }) => id === part.id))
      expect(after(...last)).toEqual(after(...parts))
    }),
    { numRuns: 1000 },
  )
})
