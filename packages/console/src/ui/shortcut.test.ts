import { expect, it } from 'vitest'
import { ariaKeys, isApple, labelKeys } from './shortcut.ts'

it.each([
  ['mod+k', false, [['Ctrl', 'K']]],
  ['mod+k', true, [['⌘', 'K']]],
  ['shift+a', false, [['⇧', 'A']]],
  ['g n', false, [['G'], ['N']]],
  ['mod+enter', false, [['Ctrl', '↵']]],
  ['?', false, [['?']]],
  ['space', false, [['space']]],
  [
    'mod+ctrl+shift+alt+enter esc+tab+up+down',
    true,
    [
      ['⌘', '⌃', '⇧', '⌥', '↵'],
      ['Esc', 'Tab', '↑', '↓'],
    ],
  ],
  [
    'mod+ctrl+shift+alt+enter esc+tab+up+down',
    false,
    [
      ['Ctrl', 'Ctrl', '⇧', 'Alt', '↵'],
      ['Esc', 'Tab', '↑', '↓'],
    ],
  ],
])('%s reads (apple: %s) as %j', (shortcut, apple, labels) =>
  expect(labelKeys(shortcut, apple)).toEqual(labels),
)

it.each([
  ['mod+k', false, 'Control+K'],
  ['mod+k', true, 'Meta+K'],
  ['esc', false, 'Escape'],
  ['ctrl+shift+alt+enter', false, 'Control+Shift+Alt+Enter'],
  ['up+down', false, 'ArrowUp+ArrowDown'],
  ['g n', false, undefined],
])('%s is %s for assistive technology', (shortcut, apple, text) =>
  expect(ariaKeys(shortcut, apple)).toBe(text),
)

it.each([
  ['MacIntel', true],
  ['iPhone', true],
  ['Linux x86_64', false],
  ['', false],
])('%s is an Apple machine: %s', (platform, apple) => expect(isApple(platform)).toBe(apple))
