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
const state = (...sessions: Session[]) =>
  ({
    order: ['a'],
    servers: { a: { sessions: Object.fromEntries(sessions.map((one) => [one.id, one])), others: {} } },
  }) as unknown as Pick<ConsoleState, 'order' | 'servers'>

test('sessions, newest first, without subagents', () => {
  const all = state(session('1'), session('2'), session('4', { parentID: '1' }))
  expect(choicesOf(all, []).map(({ ref }) => ref.sessionId)).toEqual(['2', '1'])
})

test('once one is chosen, those of its project; what is chosen stays', () => {
  const all = state(session('1'), session('2'), session('3', { projectID: 'q' }))
  const chosen = [{ serverId: 'a', sessionId: '1' }]
  expect(choicesOf(all, chosen).map(({ ref }) => ref.sessionId)).toEqual(['2', '1'])
})
