import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { ConsoleState } from '../../../store/types.ts'
import { choicesOf } from './choices.ts'

const session = (id: string, more: object = {}) =>
  ({
    id,
    projectID: 'p',
    time: { updated: Number(id) },
    summary: { files: 1 },
    ...more,
  }) as unknown as Session
const server = (sessions: Session[]) => ({
  sessions: Object.fromEntries(sessions.map((one) => [one.id, one])),
  others: { ses_old: session('0') },
})
const state = (...sessions: Session[]) =>
  ({
    order: ['a', 'b'],
    servers: { a: server(sessions), b: server([session('9'), session('8')]) },
  }) as unknown as Pick<ConsoleState, 'order' | 'servers'>
const named = (choices: ReturnType<typeof choicesOf>) =>
  choices.map(({ ref }) => `${ref.serverId}/${ref.sessionId}`)

test('sessions, newest first, without subagents', () => {
  const all = state(session('1'), session('2'), session('4', { parentID: '1' }))
  expect(named(choicesOf(all, []))).toEqual(['b/9', 'b/8', 'a/2', 'a/1'])
})

test('once one is chosen, those of its project; what is chosen stays', () => {
  const all = state(session('1'), session('2'), session('3', { projectID: 'q' }))
  const chosen = [{ serverId: 'a', sessionId: '1' }]
  expect(named(choicesOf(all, chosen))).toEqual(['a/2', 'a/1'])
  const elsewhere = { serverId: 'b', sessionId: '8' }
  expect(named(choicesOf(all, [...chosen, elsewhere]))).toEqual(['b/8', 'a/2', 'a/1'])
})

test('not those of a server that tells of turns alone', () => {
  const all = state(session('1'))
  const engine = { flavour: 'opencode', capabilities: [] }
  Object.assign(all.servers['b'] ?? {}, { info: { engine } })
  expect(named(choicesOf(all, []))).toEqual(['a/1'])
})

test('of many sessions the newest, and those chosen', () => {
  const all = state(...Array.from({ length: 100 }, (_, at) => session(String(at + 10))))
  const chosen = [
    { serverId: 'a', sessionId: '10' },
    { serverId: 'a', sessionId: 'ses_old' },
  ]
  const found = named(choicesOf(all, chosen))
  expect(found).toHaveLength(60)
  expect([found[0], ...found.slice(-3)]).toEqual(['a/109', 'a/52', 'a/10', 'a/ses_old'])
})
