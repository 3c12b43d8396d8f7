import type { Message, Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { askerOf } from './asker.ts'

const session = (id: string, more: object = {}) => ({ id, title: `Title ${id}`, ...more }) as Session
const call = { id: 'm1', role: 'assistant', agent: 'code', modelID: 'big' } as Message

test.each([
  ['the session', session('s'), 'm1', { title: 'Title s', subagent: false, agent: 'code', model: 'big' }],
  [
    'a subagent',
    session('c', { agent: 'explore', model: { id: 'small' } }),
    'm9',
    { title: 'Title c', subagent: true, agent: 'explore', model: 'small' },
  ],
  [
    'one that the page has not heard of',
    undefined,
    'm9',
    { title: 'A subagent', subagent: true, agent: undefined, model: undefined },
  ],
  [
    'a session without a title',
    session('s', { title: '' }),
    undefined,
    { title: 'New session', subagent: false, agent: undefined, model: undefined },
  ],
])('%s', (_, by, messageId, expected) => {
  expect(askerOf('s', by, messageId, [call])).toEqual(expected)
})

test('a prompt names nobody, whatever it was sent to', () => {
  const prompt = { ...call, role: 'user', agent: 'plan' } as unknown as Message
  expect(askerOf('s', session('s'), 'm1', [prompt])).toMatchObject({ agent: undefined, model: undefined })
})
