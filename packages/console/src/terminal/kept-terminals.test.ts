import { expect, it } from 'vitest'
import { keepTerminal, type KeptTerminal } from './kept-terminals.ts'

const entry = (id: string, serverId = 'daemon'): KeptTerminal => ({
  serverId,
  terminal: {
    id,
    title: id,
    command: '/bin/sh',
    args: [],
    cwd: '/',
    directory: '/',
    status: 'running',
    pid: 1,
  },
})
const ids = (kept: KeptTerminal[]) => kept.map(({ terminal }) => terminal.id).join('')
const after = (shown: string) =>
  Array.from(shown).reduce<KeptTerminal[]>((kept, id) => keepTerminal(kept, entry(id)), [])

it.each([
  ['a', 'a'],
  ['ab', 'ab'],
  ['aba', 'ba'],
  ['aa', 'a'],
  ['abcdef', 'abcdef'],
  ['abcdefg', 'bcdefg'],
  ['abcdefag', 'cdefag'],
])('shown one after the other %s keeps %s', (shown, kept) => {
  expect(ids(after(shown))).toBe(kept)
})

it('keeps an entry as it is, so that its screen stays', () => {
  const [first] = after('a')
  expect(keepTerminal(after('b').concat(first ?? []), entry('a')).at(-1)).toBe(first)
})

it('tells servers apart', () => {
  expect(keepTerminal([entry('a')], entry('a', 'port-4098'))).toHaveLength(2)
})
