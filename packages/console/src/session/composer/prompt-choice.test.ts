import type { Agent, Message, Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { Choices } from '../../store/choices.ts'
import { choiceOf, choiceOfMessage, isTold, limitOf, promptChoiceOf } from './prompt-choice.ts'

const model = (modelID: string) => ({ providerID: 'acme', modelID })
const choices: Choices = {
  models: [
    { ...model('default'), name: 'Default', provider: 'Acme', contextLimit: 1000, variants: ['high'] },
  ],
  agents: [{ name: 'plan', model: model('of-plan') } as Agent, { name: 'code' } as Agent],
  subagents: [],
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
  [
    'a default agent with a model of its own',
    { ...nothing, choices: { ...choices, defaultAgent: 'plan' } },
    'of-plan',
    'plan',
  ],
  [
    'a session of such an agent',
    { ...nothing, choices, session: { ...session, agent: 'plan' } },
    'of-session',
    'plan',
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

test('a variant stays with its model, and can be taken back', () => {
  const last = { ...prompt, model: { ...model('of-prompt'), variant: 'high' } } as Message
  const variantOf = (chosen: object) => choiceOf({ ...nothing, messages: [last], chosen }).variant
  expect(variantOf({})).toBe('high')
  expect(variantOf({ model: model('mine') })).toBeUndefined()
  expect(variantOf({ model: model('of-prompt'), variant: '' })).toBe('')
  expect(promptChoiceOf({ model: null, agent: null, variant: '' })).toEqual({})
  expect(promptChoiceOf({ model: null, agent: null, variant: 'low' })).toEqual({ variant: 'low' })
})

const sent = (variant?: string, agent = 'plan', modelID = 'mine') =>
  [prompt, { ...prompt, agent, model: { ...model(modelID), variant } }, { role: 'assistant' }] as Message[]

test.each([
  ['nothing', {}, sent(), false],
  ['all of it', { agent: 'plan', model: model('mine'), variant: 'high' }, sent('high'), true],
  ['an agent without a model', { agent: 'code' }, sent(undefined, 'code'), true],
  ['an agent whose own model it did not go to', { agent: 'plan' }, sent(), false],
  ['an agent whose own model it went to', { agent: 'plan' }, sent(undefined, 'plan', 'of-plan'), true],
  ['another model', { agent: 'plan', model: model('other') }, sent(), false],
  ['another agent', { agent: 'code', model: model('mine') }, sent(), false],
  ['another variant', { model: model('mine'), variant: 'low' }, sent('high'), false],
  ['no variant', { model: model('mine'), variant: '' }, sent(), true],
  ['no variant after one', { model: model('mine'), variant: '' }, sent('high'), false],
  ['before the first prompt', { agent: 'plan' }, [], false],
])('what was chosen, %s, is told by the last prompt', (_, chosen, messages, told) =>
  expect(isTold({ ...nothing, chosen, messages, choices })).toBe(told),
)

test('what an agent brings is not told before it is known', () => {
  const known = { ...nothing, messages: sent(undefined, 'plan', 'of-plan') }
  expect(isTold({ ...known, chosen: { agent: 'plan' } })).toBe(false)
  expect(isTold({ ...known, chosen: { agent: 'plan', model: model('of-plan') } })).toBe(true)
})

test('what a prompt went to can be chosen again', () => {
  expect(choiceOfMessage(sent('high')[1])).toEqual({ agent: 'plan', model: model('mine'), variant: 'high' })
  expect(choiceOfMessage(sent()[1])).toEqual({ agent: 'plan', model: model('mine') })
  expect(choiceOfMessage(undefined)).toEqual({})
})
