import { expect, test, vi } from 'vitest'
import { answers } from './answers.ts'

const select = {
  type: 'select',
  key: 'deploymentType',
  message: 'Which GitHub?',
  options: [{ label: 'GitHub.com', value: 'github.com', hint: 'Public' }],
}
const typed = {
  type: 'text',
  key: 'enterpriseUrl',
  message: 'Its address',
  placeholder: 'company.ghe.com',
  when: { key: 'deploymentType', op: 'eq', value: 'enterprise' },
}

test('ways to log in keep their place in the engine’s list; keys are none, and what is no way is left out', () => {
  const dropped = vi.fn()
  const told = {
    copilot: [
      { type: 'api', label: 'Key' },
      { type: 'oauth', label: 'GitHub', prompts: [select, typed], later: 1 },
    ],
    openai: [{ type: 'oauth', label: 7 }, null, { type: 'oauth', label: 'ChatGPT' }],
    azure: [{ type: 'api', label: 'Key' }],
    odd: 'x',
  }
  expect(answers.loginMethods(told, dropped)).toEqual({
    copilot: [{ index: 1, label: 'GitHub', prompts: [select, typed] }],
    openai: [{ index: 2, label: 'ChatGPT', prompts: [] }],
  })
  expect(dropped).toHaveBeenCalledWith(1)
  const bad = [{ type: 'oauth', label: 'A', prompts: [{ ...typed, key: 'constructor' }] }]
  expect(answers.loginMethods({ a: bad }, dropped)).toEqual({})
  expect(() => answers.loginMethods([], dropped)).toThrow('not what it should be')
})

test('the beginning of a login is kept whole, and nothing else with it', () => {
  const start = { url: 'https://a.example/authorize', method: 'auto', instructions: 'Enter code: AB-12' }
  expect(answers.loginStart({ ...start, later: 1 }, vi.fn())).toStrictEqual(start)
  for (const other of [null, {}, { ...start, method: 'guess' }, { ...start, url: 7 }])
    expect(() => answers.loginStart(other, vi.fn())).toThrow('not what it should be')
})

test('what the files say of providers is kept by scope', () => {
  const acme = { options: { apiKey: '{hidden:1}' } }
  const told = { targets: { global: { raw: { provider: { acme, odd: 7 } } } } }
  const dropped = vi.fn()
  expect(answers.providersInFiles(told, dropped)).toEqual({ global: { acme }, project: {} })
  expect(dropped).toHaveBeenCalledWith(1)
})
