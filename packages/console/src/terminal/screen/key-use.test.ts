import { expect, it } from 'vitest'
import { COMMAND_LIST, keysOf, type CommandId } from '../../commands/command-list.ts'
import { decideKey, pressOf, strokeOf } from '../../commands/decide-key.ts'
import { useOfKey } from './key-use.ts'

const press = (keys: string) => {
  const parts = keys.split('+')
  return {
    key: parts.at(-1) ?? '',
    code: '',
    ctrlKey: parts.includes('ctrl'),
    shiftKey: parts.includes('shift'),
    altKey: parts.includes('alt'),
    metaKey: parts.includes('meta'),
  }
}

it.each<[string, 'shell' | 'page', 'shell' | 'page']>([
  // keys, elsewhere, on Apple machines
  ['ctrl+k', 'page', 'shell'],
  ['meta+k', 'shell', 'page'],
  ['ctrl+K', 'page', 'shell'],
  ['ctrl+alt+k', 'shell', 'shell'],
  ['ctrl+shift+C', 'page', 'page'],
  ['ctrl+shift+V', 'page', 'page'],
  ['ctrl+shift+F', 'page', 'page'],
  ['ctrl+shift+K', 'page', 'page'],
  ['ctrl+shift+ArrowUp', 'page', 'page'],
  ['ctrl+alt+shift+C', 'shell', 'shell'],
  ['ctrl+c', 'shell', 'shell'],
  ['ctrl+l', 'shell', 'shell'],
  ['ctrl+w', 'shell', 'shell'],
  ['j', 'shell', 'shell'],
  ['?', 'shell', 'shell'],
  ['Escape', 'shell', 'shell'],
  ['Tab', 'shell', 'shell'],
  ['shift+Tab', 'shell', 'shell'],
  ['alt+k', 'shell', 'shell'],
  ['meta+c', 'shell', 'shell'],
])('%s goes to %s, on Apple machines to %s', (keys, elsewhere, apple) => {
  expect(useOfKey(press(keys), false)).toBe(elsewhere)
  expect(useOfKey(press(keys), true)).toBe(apple)
})

/** What the page makes of a key that the terminal leaves to it. */
function runs(event: ReturnType<typeof press>): string | undefined {
  const ids = Object.keys(COMMAND_LIST) as CommandId[]
  const bindings = ids.map((id) => ({ id, keys: keysOf(COMMAND_LIST[id]) }))
  const stroke = strokeOf(pressOf(event)) ?? ''
  return decideKey(stroke, { focus: 'terminal', apple: false, now: 0, pending: null }, bindings).run
}

it.each<[string, string, string, CommandId | undefined]>([
  // layout, key, place, command
  ['Russian', 'С', 'KeyC', 'terminal.copy'],
  ['Russian', 'М', 'KeyV', 'terminal.paste'],
  ['Hebrew', 'כ', 'KeyF', 'terminal.find'],
  ['Arabic', '}', 'KeyC', 'terminal.copy'],
  ['Arabic', '{', 'KeyV', 'terminal.paste'],
  ['Greek', 'Ψ', 'KeyC', 'terminal.copy'],
  ['Dvorak, the letter c', 'C', 'KeyI', 'terminal.copy'],
  ['Dvorak, in the place of C', 'J', 'KeyC', undefined],
])('fault 72: %s: Ctrl+Shift+%s in the place %s is %s', (_, key, code, command) => {
  const event = { ...press('ctrl+shift+x'), key, code }
  expect(useOfKey(event, false)).toBe('page')
  expect(runs(event)).toBe(command)
})

it('fault 72: Ctrl+K on a Russian layout is the palette’s, Ctrl+C is the shell’s', () => {
  expect(useOfKey({ ...press('ctrl+л'), code: 'KeyK' }, false)).toBe('page')
  expect(runs({ ...press('ctrl+л'), code: 'KeyK' })).toBe('palette')
  expect(useOfKey({ ...press('ctrl+с'), code: 'KeyC' }, false)).toBe('shell')
})
