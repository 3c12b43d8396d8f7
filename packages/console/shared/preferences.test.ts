import { expect, it, test } from 'vitest'
import { isPreference, PREFERENCES, readPreferences } from './preferences.ts'

test('what a file says, and what it says wrongly', () => {
  expect(
    readPreferences({
      theme: 'dark',
      density: 'tight',
      codeFont: ' JetBrains Mono, "Fira Code" ',
      notifyDone: 1,
      memoryLimit: '800 MB',
      editor: 'code -g {file}:{line}',
      version: 2,
      toString: 'x',
    }),
  ).toEqual({
    set: {
      theme: 'dark',
      codeFont: 'JetBrains Mono, "Fira Code"',
      memoryLimit: '800 MB',
      editor: 'code -g {file}:{line}',
    },
    problems: [
      { key: 'density', expects: 'one of "comfortable", "compact"' },
      { key: 'notifyDone', expects: 'true or false' },
    ],
  })
})

it.each(['x; } body { display: none', 'url(http://a)', 'a/*', 'a\\b', '<style>', 'x'.repeat(201)])(
  'a font is no CSS: %s',
  (font) => expect(PREFERENCES.codeFont.read(font)).toBeUndefined(),
)

it.each(['4G', 'off', '1.5 GiB', '800M', '1000'])('%s is a size', (size) =>
  expect(PREFERENCES.memoryLimit.read(size)).toBe(size),
)
it.each(['much', '4X', '', 4])('%s is none', (size) =>
  expect(PREFERENCES.memoryLimit.read(size)).toBeUndefined(),
)

test('each default is one that could be written', () => {
  for (const { fallback, read } of Object.values(PREFERENCES)) expect(read(fallback)).toBe(fallback)
  expect(['theme', 'constructor', '__proto__', 7].map(isPreference)).toEqual([true, false, false, false])
})
