import type { Agent, Message, Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { Choices } from '../../store/choices.ts'
import { choiceOf, limitOf, promptChoiceOf } from './prompt-choice.ts'

const model = (modelID: string) => ({ providerID: 'acme', modelID })
const choices: Choices = {
  models: [{ ...model('default'), name: 'Default', provider: 'Acme', contextLimit: 1000 }],
  agents: [{ name: 'plan', model: model('of-plan') } as Agent, { name: 'code' } as Agent],
  defaultModel: model('default'),
  defaultAgent: 'code',
}
const session = { agent: 'ask', model: { id: 'of-session', providerID: 'acme' } } as Session
const prompt = { role: 'user', agent: 'debug', model: model('of-prompt') } as Message
const nothing = { chosen: {}, messages: [], session: undefined, choices: undefined }

test.each([
  ['nothing known', nothing, null, null],
  ['configuration', { ...nothing, choices }, 'default', 'code'],
  ['session', { ...nothing, choices, session }, 'of-session', 'ask'],
  ['last prompt', { ...nothing, choices, session, messages: [prompt] }, 'of-prompt', 'debug'],
  [
    'an agent with a model of its own',
    { ...nothing, choices, messages: [prompt], chosen: { agent: 'plan' } },
    'of-plan',
    'plan',
  ],
  [
    'an agent without one',
    { ...nothing, choices, messages: [prompt], chosen: { agent: 'code' } },
    'of-prompt',
    'code',
  ],
  ['both chosen', { ...nothing, choices, chosen: { agent: 'plan', model: model('mine') } }, 'mine', 'plan'],
])('%s', (_, known, modelID, agent) => {
  const choice = choiceOf(known)
  expect([choice.model?.modelID ?? null, choice.agent]).toEqual([modelID, agent])
})

test('what is not known is left to the engine', () => {
  expect(promptChoiceOf({ model: null, agent: null })).toEqual({})
  expect(promptChoiceOf({ model: model('x'), agent: 'code' })).toEqual({ model: model('x'), agent: 'code' })
})

test('limits', () => {
  expect([
    limitOf(choices, model('default')),
    limitOf(choices, model('x')),
    limitOf(undefined, undefined),
  ]).toEqual([1000, 0, 0])
})
