import { expect, test } from 'vitest'
import type { SlashCommand } from '../complete/suggestion.ts'
import { isOurs, meaningOf, readPrompt, shellProblem } from './read-prompt.ts'

test.each([
  ['hello', { kind: 'text' }],
  ['say /init', { kind: 'text' }],
  ['/', { kind: 'text' }],
  ['/ init', { kind: 'text' }],
  ['!ls -l', { kind: 'shell', command: 'ls -l' }],
  ['! ls\npwd', { kind: 'shell', command: 'ls\npwd' }],
  ['!', { kind: 'shell', command: '' }],
  ['/init', { kind: 'slash', name: 'init', arguments: '' }],
  ['/init  now \n and then', { kind: 'slash', name: 'init', arguments: 'now \n and then' }],
  ['/init now ', { kind: 'slash', name: 'init', arguments: 'now' }],
  ['/docs:explain a b', { kind: 'slash', name: 'docs:explain', arguments: 'a b' }],
])('%s', (text, expected) => expect(readPrompt(text)).toEqual(expected))

const known: SlashCommand[] = [
  { name: 'init', source: 'command' },
  { name: 'git/commit', source: 'command' },
  { name: 'new', source: 'command' },
  { name: 'new', source: 'own', own: 'new-session' },
]
const mean = (name: string, words = '') => meaningOf({ name, arguments: words }, known)

test('the engine’s command goes to the engine, with its arguments', () => {
  expect(mean('init', 'now')).toEqual({ kind: 'engine', name: 'init', arguments: 'now' })
  expect(mean('git/commit')).toMatchObject({ kind: 'engine', name: 'git/commit' })
})

test('ours is done by the page, and loses no words', () => {
  expect(mean('new')).toEqual({ kind: 'own', id: 'new-session' })
  expect(mean('new', 'and fix it')).toEqual({ kind: 'no-arguments', name: 'new' })
})

test('what nobody knows is not sent without a word; a path is no command', () => {
  expect(mean('inti', 'now')).toEqual({ kind: 'unknown', name: 'inti' })
  expect(mean('usr/bin/env', 'is missing')).toEqual({ kind: 'text' })
})

test('one of ours that cannot be done now is known all the same, and none of the engine’s', () => {
  expect(meaningOf({ name: 'undo', arguments: '' }, [{ name: 'undo', source: 'command' }])).toEqual({
    kind: 'unavailable',
    name: 'undo',
  })
  expect(['undo', 'new', 'init'].map(isOurs)).toEqual([true, true, false])
})

test.each([
  [false, false, undefined],
  [true, false, 'busy'],
  [false, true, 'attached'],
  [true, true, 'attached'],
])('the shell while Kilo works: %s, with something attached: %s', (busy, attached, expected) =>
  expect(shellProblem({ busy, attached })).toBe(expected),
)
