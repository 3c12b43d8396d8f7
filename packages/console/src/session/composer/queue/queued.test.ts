import type { Message } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { queuedIn } from './queued.ts'

const user = (id: string) => ({ id, role: 'user' }) as Message
const answer = (parentID: string, completed?: number, finish?: string) =>
  ({ id: `a-${parentID}`, role: 'assistant', parentID, finish, time: { created: 1, completed } }) as Message

test.each([
  ['nobody works', false, undefined, [user('1'), answer('1', 2), user('2')], []],
  ['an answer is written', true, undefined, [user('1'), answer('1'), user('2'), user('3')], ['2', '3']],
  ['a prompt was sent this moment', true, undefined, [user('1'), answer('1', 2), user('2')], []],
  ['two were', true, undefined, [user('1'), answer('1', 2), user('2'), user('3')], ['3']],
  ['between two steps', true, undefined, [user('1'), answer('1', 2, 'tool-calls'), user('2')], ['2']],
  ['the first of all', true, undefined, [user('1'), user('2')], ['2']],
  ['an old one without an answer', true, undefined, [user('0'), user('1'), answer('1'), user('2')], ['2']],
  ['what the engine tells counts', true, ['3'], [user('1'), answer('1'), user('2'), user('3')], ['3']],
  ['what it tells is none of ours', true, ['x'], [user('1'), answer('1'), user('2')], []],
])('%s', (_, busy, told, messages, expected) => expect(queuedIn({ messages, busy, told })).toEqual(expected))
