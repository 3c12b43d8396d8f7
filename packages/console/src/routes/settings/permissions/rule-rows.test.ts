import { expect, test } from 'vitest'
import type { AgentRule } from '../../../../shared/agents.ts'
import type { ConfigurationField } from '../../../../shared/configuration.ts'
import { rowOfRule, ruleGroups } from './rule-rows.ts'

const field = (path: string, value: unknown): ConfigurationField => ({
  path: path.split('/'),
  origin: 'layer',
  layers: [],
  shown: { value },
})
const rule = (text: string): AgentRule => {
  const [permission = '', pattern = '', action = ''] = text.split('/')
  return { permission, pattern, action: action as AgentRule['action'] }
}
const fields = [
  field('permission/bash/git push *', 'deny'),
  field('permission/bash/*', 'ask'),
  field('permission/edit', 'allow'),
  field('permission/read/x', 'maybe'),
  field('agent/plan/permission/bash', 'deny'),
  field('agent/plan/model', 'a/b'),
  field('model', 'a/b'),
]
/** The engine has put what two files say together: the star came last. */
const all = ['edit/*/allow', 'bash/git push */deny', 'bash/*/ask'].map(rule)
const groups = ruleGroups({ fields }, (agent) => (agent === 'plan' ? [...all, rule('bash/*/deny')] : all))

test('everybody’s, then those of agents, in the order in which they count', () => {
  const texts = groups.map(({ agent, rules }) => [
    agent,
    ...rules.map(({ permission, pattern, action }) => `${permission} ${pattern} ${action}`),
  ])
  expect(texts).toEqual([
    [undefined, 'edit * allow', 'bash git push * deny', 'bash * ask'],
    ['plan', 'bash * deny'],
  ])
})

test('a rule that a later, wider one takes over decides nothing, and names it', () => {
  const [push, star] = [groups[0]?.rules[1], groups[0]?.rules[2]]
  expect(push?.overriddenBy?.pattern).toBe('*')
  expect(star?.overriddenBy).toBeUndefined()
})

test.each([
  ['a question mark takes no star', 'bash/a?/allow', false],
  ['the same again', 'bash/a*/allow', true],
  ['another kind', 'edit/*/allow', false],
  ['any kind', '*/*/allow', true],
  ['the same answer', 'bash/*/deny', false],
])('a later rule takes over: %s', (_, later, isTaken) => {
  const { permission, pattern, action } = rule(later)
  const rows = [field('permission/bash/a*', 'deny'), field(`permission/${permission}/${pattern}`, action)]
  const [group] = ruleGroups({ fields: rows.slice(pattern === 'a*' ? 1 : 0) }, () => [
    rule('bash/a*/deny'),
    rule(later),
  ])
  if (pattern !== 'a*') expect(group?.rules[0]?.overriddenBy !== undefined).toBe(isTaken)
  else expect(group?.rules).toHaveLength(1)
})

test('what the engine has decided by is found again, the agent’s first', () => {
  expect(rowOfRule(groups, 'plan', rule('bash/*/deny'))?.agent).toBe('plan')
  expect(rowOfRule(groups, 'plan', rule('bash/*/ask'))?.agent).toBeUndefined()
  expect(rowOfRule(groups, 'code', rule('bash/*/deny'))).toBeUndefined()
})
