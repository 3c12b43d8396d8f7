import { expect, test } from 'vitest'
import type { PermissionRule } from '../../../shared/permission-rules.ts'
import { fits, opensAll, rulingAfterAlways } from './always-outcome.ts'

const bash = { permission: 'bash', patterns: ['ls -l'], always: ['ls *'] }
const edit = { permission: 'edit', patterns: ['a.txt'], always: ['*'] }

// Each seen on the engine: "Allow always", its configuration read anew, the same call once more.
test.each<[string, typeof bash, PermissionRule | undefined, PermissionRule | undefined, string | null]>([
  ['no rule of the project', bash, 'ask', undefined, null],
  ['a project that asks for all, under narrower global rules', bash, 'ask', { '*': 'ask' }, null],
  ['a project that asks for all in one word', bash, { '*': 'ask' }, 'ask', '*'],
  ['a project that asks for the same pattern', bash, 'ask', { 'ls *': 'ask' }, 'ls *'],
  ['a project with another pattern', bash, 'ask', { 'rm *': 'ask' }, null],
  ['a project that asks for all, and no global rule', edit, undefined, { '*': 'ask' }, '*'],
  ['a project that asks for these files', edit, { '*': 'allow' }, { '*.txt': 'ask' }, '*.txt'],
  ['a project that asks for other files', edit, { '*': 'allow' }, { '*.md': 'ask' }, null],
  [
    'global rules that decide',
    { ...bash, patterns: ['rm x'] },
    { 'rm *': 'deny' },
    { 'ls *': 'ask' },
    'rm *',
  ],
  ['a project that allows', bash, 'ask', 'allow', null],
])('%s', (_, request, global, project, expected) => {
  const rules = [
    { permission: 'other', project: 'ask' },
    {
      permission: request.permission,
      ...(global !== undefined && { global }),
      ...(project !== undefined && { project }),
    },
  ]
  expect(rulingAfterAlways(request, rules)?.pattern ?? null).toBe(expected)
})

test.each([
  ['the project alone has a rule for all', undefined, 'ask', 'ask'],
  ['the global rules have one too', 'allow', 'ask', null],
  ['the project allows all', undefined, 'allow', null],
])('%s', (_, global, project, expected) => {
  const all = { permission: '*', ...(global !== undefined && { global }), project }
  expect(rulingAfterAlways(bash, [all, { permission: 'bash', global: 'ask' }])?.action ?? null).toBe(expected)
})

test('no rules at all decide nothing, and a rule for all is called so', () => {
  expect(rulingAfterAlways(bash, [])).toBeNull()
  expect(rulingAfterAlways(bash, [{ permission: '*', project: 'ask' }])).toEqual({
    pattern: '*',
    action: 'ask',
  })
})

const open = { permission: '*', project: 'allow' }
const asks = { permission: 'bash', project: 'ask' }

test.each([
  ['a project that allows all and asks for this kind', [open, asks], true],
  ['in other words', [{ ...open, project: { '*': 'allow' } }, asks], true],
  ['one that asks for all', [{ ...open, project: 'ask' }, asks], false],
  ['one that has no rule for all', [asks], false],
  ['one that has none for this kind', [open], false],
  ['global rules that name the kind already', [open, { ...asks, global: 'ask' }], false],
  ['global rules that have one for all', [{ ...open, global: 'ask' }, asks], false],
])('always opens all in %s: %#', (_, rules, opens) => expect(opensAll(bash, rules)).toBe(opens))

test('of several parts of a command, one that is still asked for is enough', () => {
  const request = { permission: 'bash', patterns: ['ls', 'rm x'], always: ['ls *', 'rm *'] }
  const rules = [{ permission: 'bash', global: 'ask', project: { 'rm *': 'deny' } }]
  expect(rulingAfterAlways(request, rules)).toEqual({ pattern: 'rm *', action: 'deny' })
})

test.each([
  ['ls *', 'ls', true],
  ['ls *', 'ls -l\nx', true],
  ['ls *', 'lsof', false],
  ['git * push', 'git push', false],
  ['git * push', 'git x push', true],
  ['*.ts', 'a/b.ts', true],
  ['a?c', 'abc', true],
  ['a.c', 'abc', false],
  ['(x', '(x', true],
])('%j fits %j: %s', (pattern, asked, expected) => {
  expect(fits(pattern, asked)).toBe(expected)
})
