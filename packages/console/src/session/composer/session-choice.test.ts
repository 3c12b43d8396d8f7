import { expect, test } from 'vitest'
import { chooseAgent, chooseModel, chosenIn } from './session-choice.ts'

const model = { providerID: 'scripted', modelID: 'story' }

test('an agent without a model of its own leaves the chosen model', () => {
  const ref = { serverId: 'daemon', sessionId: 'ses_1' }
  chooseModel(ref, model)
  chooseAgent(ref, { name: 'ask' })
  expect(chosenIn(ref)).toEqual({ agent: 'ask', model })
})

test('an agent with a model of its own takes its place', () => {
  const ref = { serverId: 'daemon', sessionId: 'ses_2' }
  chooseModel(ref, model)
  chooseAgent(ref, { name: 'plan', model: { providerID: 'other', modelID: 'large' } })
  expect(chosenIn(ref)).toEqual({ agent: 'plan' })
})

test('a model chosen after the agent goes with it, in that session alone', () => {
  const ref = { serverId: 'daemon', sessionId: 'ses_3' }
  chooseAgent(ref, { name: 'ask' })
  chooseModel(ref, model)
  expect(chosenIn(ref)).toEqual({ agent: 'ask', model })
  expect(chosenIn({ ...ref, sessionId: 'ses_4' })).toEqual({})
})
