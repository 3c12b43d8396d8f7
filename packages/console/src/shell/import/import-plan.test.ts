import { answers } from '@kilo-console/engine/edge/answers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageIdsUpTo } from '../../store/message-id.ts'
import { planImport } from './import-plan.ts'

const NOW = 1_795_703_900_000
const source = {
  checks: answers,
  now: NOW,
  idsUpTo: messageIdsUpTo,
}

const info = {
  id: 'ses_old',
  slug: 'calm-moon',
  projectID: 'p',
  directory: '/else/where',
  title: 'Write it',
  version: '7.7.7',
  permission: [{ permission: '*', pattern: '*', action: 'allow' }],
  share: { url: 'https://evil.test' },
  time: { created: NOW - 5000, updated: NOW - 1000 },
}
const of = { sessionID: 'ses_old', messageID: 'msg_1' }
const prompt = {
  info: {
    id: 'msg_1',
    sessionID: 'ses_old',
    role: 'user',
    agent: 'code',
    time: { created: NOW - 5000 },
    model: { providerID: 'p', modelID: 'm' },
  },
  parts: [
    { ...of, id: 'prt_1', type: 'text', text: 'Hello' },
    {
      ...of,
      id: 'prt_2',
      type: 'file',
      mime: 'image/png',
      filename: 'a.png',
      url: 'data:image/png;base64,AA',
    },
  ],
}
const answer = {
  info: {
    id: 'msg_2',
    sessionID: 'ses_old',
    role: 'assistant',
    parentID: 'msg_1',
    agent: 'code',
    mode: 'code',
    modelID: 'm',
    providerID: 'p',
    path: { cwd: '/', root: '/' },
    cost: 0.75,
    tokens: { input: 1, output: 1, reasoning: 0, cache: { read: 0, write: 0 } },
    time: { created: NOW - 4000 },
  },
  parts: [
    { ...of, id: 'prt_3', type: 'step-start', snapshot: 'abc' },
    { ...of, id: 'prt_4', type: 'text', text: 'Hi' },
    {
      ...of,
      id: 'prt_5',
      type: 'tool',
      callID: 'c',
      tool: 'bash',
      state: { status: 'running', input: { command: 'ls' }, time: { start: 5 } },
    },
  ],
}
const file = (value: unknown) => JSON.stringify(value)

test('an export becomes a session of its own', () => {
  const plan = planImport(file({ info, messages: [prompt, answer] }), source)
  expect(plan).toMatchObject({
    title: 'Write it',
    slug: 'calm-moon',
    attachments: 1,
    dropped: 0,
    compactions: 0,
  })
  const [first, second] = plan.messages
  expect(first?.parts.map(({ data }) => data)).toEqual([
    { type: 'text', text: 'Hello' },
    { type: 'text', text: '[Attached: a.png]' },
  ])
  expect(second?.data).toMatchObject({ role: 'assistant', parentID: first?.id, finish: 'stop', cost: 0 })
  expect(second?.data).toMatchObject({ time: { created: NOW - 4000, completed: NOW - 4000 } })
  expect(second?.parts.map(({ data }) => data)).toMatchObject([
    { type: 'text', text: 'Hi' },
    { type: 'tool', state: { status: 'error', input: { command: 'ls' } } },
  ])
})

test('it has no id of the file: the engine would write into what has it', () => {
  const { sessionId, messages } = planImport(file({ info, messages: [prompt, answer] }), source)
  const ids = [sessionId, ...messages.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)])]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^(ses|msg|prt)_[0-9a-f]{12}/)
  expect(sessionId).toMatch(/^ses_/)
})

test('neither rules nor an address on the web come along', () => {
  const plan = JSON.stringify(planImport(file({ info, messages: [] }), source))
  expect(plan).not.toContain('allow')
  expect(plan).not.toContain('evil')
})

test.each(['../../x', 'a/b', 'A', '', 'a'.repeat(65), 'a\n'])('the slug %j is not taken', (slug) => {
  const plan = planImport(file({ info: { ...info, slug }, messages: [] }), source)
  expect(plan.slug).toBe('imported')
})

test('a compaction is no message’s part here, and counted', () => {
  const compaction = { ...of, id: 'prt_9', type: 'compaction', auto: true }
  const compacted = { ...prompt, parts: [...prompt.parts, compaction] }
  const plan = planImport(file({ info, messages: [compacted] }), source)
  expect(plan).toMatchObject({ compactions: 1, dropped: 0, messages: [{ parts: [{}, {}] }] })
})

test('what was taken back is not taken in: Kilo would read it', () => {
  const reverted = { ...info, revert: { messageID: 'msg_2' } }
  const plan = planImport(file({ info: reverted, messages: [prompt, answer] }), source)
  expect(plan).toMatchObject({ takenBack: 1, messages: [{ data: { role: 'user' } }] })
  expect(plan.messages).toHaveLength(1)
})

test.each([
  ['', /valid JSON/],
  ['{', /valid JSON/],
  ['['.repeat(100), /valid JSON/],
  ['null', /no messages/],
  ['{"info":{},"messages":{}}', /no messages/],
  ['{"messages":[]}', /which one it was/],
  [file({ info: { ...info, time: null }, messages: [] }), /which one it was/],
])('%j is refused', (text, why) => expect(() => planImport(text, source)).toThrow(why))

test('what is no message is left out and counted', () => {
  const odd = { ...prompt, parts: [null, { type: 'text' }, ...prompt.parts] }
  const plan = planImport(file({ info, messages: [null, 5, { info: {} }, odd] }), source)
  expect(plan).toMatchObject({ dropped: 5, messages: [{ parts: [{}, {}] }] })
})

test('a message of before the ids began anew is not behind what the engine makes now', () => {
  const created = Date.UTC(2026, 6, 1)
  const old = { ...prompt, info: { ...prompt.info, time: { created } } }
  const [message] = planImport(file({ info, messages: [old] }), source).messages
  expect(message?.timeCreated).toBe(created)
  const nowStamp = (BigInt(NOW) * 4096n) % 2n ** 48n
  expect(BigInt(`0x${message?.id.slice(4, 16) ?? ''}`) < nowStamp).toBe(true)
})

test('ids ascend whatever the times are, and no time is to come', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 * NOW), { maxLength: 20 }), (times) => {
      const messages = times.map((created) => ({ ...prompt, info: { ...prompt.info, time: { created } } }))
      const plan = planImport(file({ info, messages }), source)
      const ids = plan.messages.map(({ id }) => id)
      expect(ids).toEqual(ids.toSorted())
      expect(plan.messages.every(({ timeCreated }) => timeCreated <= NOW)).toBe(true)
    }),
  )
})
