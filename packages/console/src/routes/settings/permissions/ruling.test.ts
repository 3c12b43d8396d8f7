import { expect, test } from 'vitest'
import type { AgentRule } from '../../../../shared/agents.ts'
import { commandsIn, mayLeaveFolder, verdictOf } from './ruling.ts'

const rule = (permission: string, pattern: string, action: AgentRule['action']): AgentRule => ({
  permission,
  pattern,
  action,
})
const rules = [
  rule('*', '*', 'allow'),
  rule('bash', '*', 'ask'),
  rule('bash', 'git *', 'allow'),
  rule('bash', 'git push *', 'deny'),
  rule('edit', '*.env', 'deny'),
]

test.each([
  ['bash', 'npm test', 'ask', '*'],
  ['bash', 'git status', 'allow', 'git *'],
  ['bash', 'git', 'allow', 'git *'],
  ['bash', 'git push', 'deny', 'git push *'],
  ['bash', 'git push origin main', 'deny', 'git push *'],
  ['edit', 'src/a.ts', 'allow', '*'],
  ['edit', 'prod.env', 'deny', '*.env'],
] as const)('%s %s: %s, by %s', (permission, call, action, pattern) => {
  const verdict = verdictOf(rules, permission, call)
  expect(verdict.action).toBe(action)
  expect(verdict.rulings[0]?.rule?.pattern).toBe(pattern)
})

test('of several commands the strictest counts, whatever comes first', () => {
  const verdict = verdictOf(rules, 'bash', 'git status && npm test; git push')
  expect(verdict.action).toBe('deny')
  expect(verdict.rulings.map(({ asked, action }) => [asked, action])).toEqual([
    ['git status', 'allow'],
    ['npm test', 'ask'],
    ['git push', 'deny'],
  ])
})

test('a later rule wins over an earlier one that says more, and what no rule fits is asked', () => {
  expect(verdictOf([...rules, rule('bash', '*', 'ask')], 'bash', 'git push').action).toBe('ask')
  expect(verdictOf([], 'bash', 'ls')).toEqual({ action: 'ask', rulings: [{ asked: 'ls', action: 'ask' }] })
})

test.each([
  ['a && b || c; d | e\nf & g', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ['echo "a && b; c" \'d | e\'', ['echo "a && b; c" \'d | e\'']],
  ['echo a \\&\\& b', ['echo a \\&\\& b']],
  ['make 2>&1 | tail -5', ['make 2>&1', 'tail -5']],
  ['make &> log', ['make &> log']],
  ['cd src && ls', ['ls']],
  ['  ', []],
] as [string, string[]][])('%j holds %j', (line, commands) => {
  expect(commandsIn(line)).toEqual(commands)
})

test.each([
  ['cat /etc/hosts', true],
  ['rm -r ../other', true],
  ['ls ~', true],
  ['ls ..', true],
  ['git push origin feature/a', false],
  ['cat src/a..b', false],
])('%s may leave the folder: %s', (call, leaves) => {
  expect(mayLeaveFolder(call)).toBe(leaves)
})
