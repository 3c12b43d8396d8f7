import type { Message, Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { resentOf } from './resent.ts'

const model = { providerID: 'a', modelID: 'one' }
const messages = [
  { id: 'msg_1', role: 'user', agent: 'plan', model: { ...model, variant: 'high' } },
  { id: 'msg_2', role: 'assistant' },
] as Message[]
const text = { type: 'text', text: 'hello' }
const file = { type: 'file', mime: 'text/plain', url: 'file:///p/a.ts', filename: 'a.ts' }
const resent = (parts: object[], chosen = {}, sent = messages) =>
  resentOf({ messages: sent, session: undefined, partsOf: () => parts as Part[], chosen })

test('the newest prompt goes to what it went to, with what was attached', () => {
  expect(resent([text, { ...text, synthetic: true }, file])).toEqual({
    text: 'hello',
    extras: [file],
    choice: { model, agent: 'plan', variant: 'high' },
  })
})

test('who has chosen another model since means that one', () => {
  const chosen = { model: { providerID: 'b', modelID: 'two' } }
  expect(resent([text], chosen)?.choice).toEqual({ ...chosen, agent: 'plan' })
})

test('a command is one again, as it was typed', () => {
  const made = { ...text, metadata: { kilo: { injected: { title: '/init now' } } } }
  expect(resent([made])).toMatchObject({ text: '/init now', how: 'command' })
  expect(resent([{ ...text, text: '/init now' }])).not.toHaveProperty('how')
})

test('what was attached is sent again without words', () => {
  expect(resent([file])).toMatchObject({ text: '', extras: [file] })
})

test('what says nothing is not sent again', () => {
  expect(resent([])).toBeUndefined()
  expect(resent([{ type: 'compaction' }, { ...text, synthetic: true }])).toBeUndefined()
  expect(resent([text], {}, [])).toBeUndefined()
})
