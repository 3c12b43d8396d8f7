import { expect, test } from 'vitest'
import { isComposing, isModStroke, shortcutKey } from './keystroke.ts'

test.each([
  ['Chrome, within a composition', { isComposing: true, keyCode: 229 }, true],
  ['Firefox, within a composition', { isComposing: true, keyCode: 13 }, true],
  ['Safari, the Enter that ended one', { isComposing: false, keyCode: 229 }, true],
  ['Enter', { isComposing: false, keyCode: 13 }, false],
  ['a letter', { isComposing: false, keyCode: 75 }, false],
])('fault 72: %s', (_, event, composing) => {
  expect(isComposing(event)).toBe(composing)
})

// As browsers report them: `key` with the modifiers that are held.
test.each([
  ['US', 'k', 'KeyK', 'k'],
  ['US, Shift', 'K', 'KeyK', 'K'],
  ['US', '?', 'Slash', '?'],
  ['US', 'Enter', 'Enter', 'Enter'],
  ['Russian К', 'л', 'KeyK', 'k'],
  ['Russian К, Shift', 'Л', 'KeyK', 'k'],
  ['Russian Т', 'е', 'KeyT', 't'],
  ['Russian, Shift+7', '?', 'Digit7', '?'],
  ['Russian Х, which is no letter elsewhere', 'х', 'BracketLeft', 'х'],
  ['Ukrainian І', 'і', 'KeyS', 's'],
  ['Greek', 'κ', 'KeyK', 'k'],
  ['Greek, in the place of Q', ';', 'KeyQ', ';'],
  ['Hebrew', 'ל', 'KeyK', 'k'],
  ['Hebrew, in the place of Q', '/', 'KeyQ', 'q'],
  ['Arabic', 'ن', 'KeyK', 'k'],
  ['Arabic, two letters on one key', 'لا', 'KeyB', 'b'],
  ['Arabic, Shift', '،', 'KeyK', 'k'],
  ['Arabic, Shift+C', '}', 'KeyC', 'c'],
  ['Arabic, Shift+V', '{', 'KeyV', 'v'],
  ['Arabic, Shift+A', '\u0650', 'KeyA', 'a'],
  ['Korean', 'ㅏ', 'KeyK', 'k'],
  ['Thai', 'า', 'KeyK', 'k'],
  ['Hindi, a vowel sign', 'ा', 'KeyE', 'e'],
  ['Dvorak, the letter k', 'k', 'KeyV', 'k'],
  ['Dvorak, in the place of Q', "'", 'KeyQ', "'"],
  ['Dvorak, in the place of Z', ';', 'KeyZ', ';'],
  ['Dvorak, Shift in the place of W', '<', 'KeyW', '<'],
  ['AZERTY, the letter a', 'a', 'KeyQ', 'a'],
  ['AZERTY, in the place of M', ',', 'KeyM', ','],
  ['AZERTY, Shift in the place of M', '?', 'KeyM', '?'],
  ['Colemak, in the place of P', ';', 'KeyP', ';'],
  ['Turkish', 'ı', 'KeyI', 'ı'],
  ['German', 'z', 'KeyY', 'z'],
  ['a phone', 'Unidentified', '', 'Unidentified'],
  ['a remapped key', 'Enter', 'KeyK', 'Enter'],
  ['a place that only looks like one of a letter', 'л', 'MyKeyK', 'л'],
  ['another', 'л', 'KeyKana', 'л'],
  ['letters of two scripts', 'лk', 'KeyK', 'k'],
])('fault 72: %s: %j in the place %s is %j', (_, key, code, expected) => {
  expect(shortcutKey({ key, code, altKey: false })).toBe(expected)
})

test.each([
  ['German AltGr+Q', '@', 'KeyQ'],
  ['macOS Option+K', '˚', 'KeyK'],
])('fault 72: %s stays what it types', (_, key, code) => {
  expect(shortcutKey({ key, code, altKey: true })).toBe(key)
})

const held = (keys: string) => ({
  ctrlKey: keys.includes('c'),
  metaKey: keys.includes('m'),
  altKey: keys.includes('a'),
  shiftKey: keys.includes('s'),
})

test.each([
  ['with Control', 'c', 'd', true],
  ['with Command', 'm', 'd', true],
  ['on a Russian layout', 'c', 'в', true],
  ['alone', '', 'd', false],
  ['another key', 'c', 'e', false],
  ['with Alt as well', 'ca', 'd', false],
  ['with Shift as well', 'cs', 'd', false],
  ['with Alt alone', 'a', 'd', false],
])('mod+d is pressed: %s', (_, keys, key, expected) => {
  const event = { key, code: key === 'e' ? 'KeyE' : 'KeyD', ...held(keys) }
  expect(isModStroke(event, 'mod+d')).toBe(expected)
})
