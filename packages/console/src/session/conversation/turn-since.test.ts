import type { Message } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { turnSince } from './turn-since.ts'

const user = (id: string, created: number) => ({ id, role: 'user', time: { created } }) as Message
const answer = (parentID: string, created: number, completed?: number) =>
  ({ id: `a-${parentID}`, role: 'assistant', parentID, time: { created, completed } }) as Message

test.each<[string, Message[], string[], number | undefined]>([
  ['nothing was sent', [], [], undefined],
  ['one prompt', [user('p', 5)], [], 5],
  ['the newest prompt', [user('o', 1), answer('o', 2, 3), user('p', 5), answer('p', 6)], [], 5],
  ['its own steps begin no turn', [user('p', 5), answer('p', 6, 7), answer('p', 8)], [], 5],
  ['what waits has not begun', [user('p', 5), answer('p', 6), user('q', 7), user('r', 8)], ['q', 'r'], 5],
  ['what waited began when the one before ended', [user('p', 5), user('q', 7), answer('p', 6, 20)], [], 20],
  ['all that there is waits', [user('q', 7)], ['q'], undefined],
])('%s', (_, messages, queued, since) => expect(turnSince(messages, queued)).toBe(since))
