import { expect, it } from 'vitest'
import { useOfKey, type KeyUse } from './key-use.ts'

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

it.each<[string, KeyUse, KeyUse]>([
  // keys, elsewhere, on Apple machines
  ['ctrl+k', 'app', 'shell'],
  ['meta+k', 'shell', 'app'],
  ['ctrl+K', 'app', 'shell'],
  ['ctrl+alt+k', 'shell', 'shell'],
  ['ctrl+shift+C', 'copy', 'copy'],
  ['ctrl+shift+V', 'paste', 'paste'],
  ['ctrl+shift+F', 'search', 'search'],
  ['ctrl+shift+K', 'app', 'app'],
  ['ctrl+shift+ArrowUp', 'app', 'app'],
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

it.each<[string, string, string, KeyUse]>([
  // layout, key, place, use
  ['Russian', 'С', 'KeyC', 'copy'],
  ['Russian', 'М', 'KeyV', 'paste'],
  ['Hebrew', 'כ', 'KeyF', 'search'],
  ['Arabic', '}', 'KeyC', 'copy'],
  ['Arabic', '{', 'KeyV', 'paste'],
  ['Greek', 'Ψ', 'KeyC', 'copy'],
  ['Dvorak, the letter c', 'C', 'KeyI', 'copy'],
  ['Dvorak, in the place of C', 'J', 'KeyC', 'app'],
])('fault 72: %s: Ctrl+Shift+%s in the place %s is %s', (_, key, code, use) => {
  expect(useOfKey({ ...press('ctrl+shift+x'), key, code }, false)).toBe(use)
})

it('fault 72: Ctrl+K on a Russian layout is the palette’s, Ctrl+C is the shell’s', () => {
  expect(useOfKey({ ...press('ctrl+л'), code: 'KeyK' }, false)).toBe('app')
  expect(useOfKey({ ...press('ctrl+с'), code: 'KeyC' }, false)).toBe('shell')
})
