import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseAgain, chooseAgent, chooseModel, chosenIn, letGo } from './session-choice.ts'

const kept = new Map<string, string>()
beforeEach(() =>
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }),
)
afterEach(() => {
  kept.clear()
  vi.unstubAllGlobals()
})

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

test('what other pages have chosen meanwhile is not lost by a choice here', () => {
  kept.set('kilo-console.choices', '{"daemon/ses_of_another_page":[null,"plan",null]}')
  chooseAgent({ serverId: 'daemon', sessionId: 'ses_choice_5' }, { name: 'ask' })
  expect(JSON.parse(kept.get('kilo-console.choices') ?? '')).toEqual({
    'daemon/ses_of_another_page': [null, 'plan', null],
    'daemon/ses_choice_5': [null, 'ask', null],
  })
  expect(chosenIn({ serverId: 'daemon', sessionId: 'ses_of_another_page' })).toEqual({ agent: 'plan' })
})

test('a choice that has been sent is let go, that of other sessions not', () => {
  const ref = { serverId: 'daemon', sessionId: 'ses_choice_6' }
  chooseAgent({ ...ref, sessionId: 'ses_choice_7' }, { name: 'ask' })
  chooseAgain(ref, { agent: 'plan', model, variant: 'high' })
  expect(chosenIn(ref)).toEqual({ agent: 'plan', model, variant: 'high' })
  letGo(ref)
  expect(chosenIn(ref)).toEqual({})
  expect(chosenIn({ ...ref, sessionId: 'ses_choice_7' })).toEqual({ agent: 'ask' })
})

test('where the browser keeps what it has and takes nothing more, no choice is lost by the next', () => {
  kept.set('kilo-console.choices', '{"daemon/ses_choice_10":[null,"code",null]}')
  const getItem = (key: string) => kept.get(key) ?? null
  const full = vi.fn(() => {
    throw new Error('full')
  })
  vi.stubGlobal('localStorage', { getItem, setItem: full })
  const ref = { serverId: 'daemon', sessionId: 'ses_choice_11' }
  chooseAgent(ref, { name: 'ask' })
  chooseAgent({ ...ref, sessionId: 'ses_choice_12' }, { name: 'plan' })
  expect(full).toHaveBeenCalledTimes(2)
  const agents = () => [10, 11, 12].map((id) => chosenIn({ ...ref, sessionId: `ses_choice_${id}` }).agent)
  expect(agents()).toEqual(['code', 'ask', 'plan'])
  letGo({ ...ref, sessionId: 'ses_choice_10' })
  chooseModel({ ...ref, sessionId: 'ses_choice_12' }, model)
  expect(agents()).toEqual([undefined, 'ask', 'plan'])

  // There is room again.
  vi.stubGlobal('localStorage', { getItem, setItem: (key: string, text: string) => void kept.set(key, text) })
  letGo(ref)
  expect(JSON.parse(kept.get('kilo-console.choices') ?? '')).toEqual({
    'daemon/ses_choice_12': ['scripted/story', 'plan', null],
  })
})

test('where the browser keeps nothing, a choice lasts as long as the page', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('forbidden')
    },
  })
  const ref = { serverId: 'daemon', sessionId: 'ses_choice_8' }
  chooseAgent(ref, { name: 'ask' })
  chooseAgent({ ...ref, sessionId: 'ses_choice_9' }, { name: 'plan' })
  expect(chosenIn(ref)).toEqual({ agent: 'ask' })
})
