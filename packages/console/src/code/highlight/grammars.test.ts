import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import { createShikiPrimitive } from '@shikijs/primitive'
import { expect, test } from 'vitest'
import { LANGUAGE_NAMES, type Language } from '../language-names.ts'
import { GRAMMARS } from './grammars.ts'
import { tokensOf } from './marks.ts'
import { makeLineReader } from './read-line.ts'
import { kindOfColour, kindsTheme, THEME_NAME } from './theme.ts'

const shiki = createShikiPrimitive({
  engine: createJavaScriptRegexEngine({ forgiving: true }),
  themes: [kindsTheme],
  langs: [],
})

async function read(language: Language, line: string): Promise<Record<string, string | undefined>> {
  const { default: grammars } = await GRAMMARS[language]()
  shiki.loadLanguageSync(grammars)
  const { colorMap } = shiki.setTheme(THEME_NAME)
  const reader = makeLineReader(shiki.getLanguage(grammars.at(-1)?.name ?? ''), colorMap.map(kindOfColour))
  const tokens = tokensOf(line, Uint32Array.from(reader(line, null).marks))
  return Object.fromEntries(tokens.map(({ text, kind }) => [text.trim(), kind]))
}

test.each<[Language, string, Record<string, string>]>([
  [
    'typescript',
    "const count: Map<string, number> = make(42, 'a') // why",
    { const: 'keyword', Map: 'type', make: 'name', '42': 'number', "'a'": 'string', '// why': 'comment' },
  ],
  ['tsx', '<Row id={a} />', { Row: 'tag', id: 'property' }],
  ['python', 'def ask(name): return f"hi {1}"', { def: 'keyword', ask: 'name', name: 'variable' }],
  ['bash', 'grep -r "x" src # all', { grep: 'name', '"x"': 'string', '# all': 'comment' }],
  ['rust', 'fn main() -> Result<u8> {}', { fn: 'keyword', main: 'name', Result: 'type' }],
  ['json', '{"a": 1}', { '"a"': 'property', '1': 'number' }],
  ['yaml', 'name: push', { name: 'property', push: 'string' }],
  ['html', '<a href="x">', { a: 'tag', href: 'property', '"x"': 'string' }],
  ['css', '.a { color: red }', { color: 'property' }],
  ['sql', 'select 1 from t', { select: 'keyword', from: 'keyword' }],
  ['diff', '+ a line', { '+ a line': 'added' }],
  ['markdown', '# Title', { Title: 'name' }],
])('what is what in %s: %s', async (language, line, expected) => {
  expect(await read(language, line)).toMatchObject(expected)
})

test('every grammar is there, with all that it embeds', async () => {
  for (const language of LANGUAGE_NAMES) {
    const { default: grammars } = await GRAMMARS[language]()
    shiki.loadLanguageSync(grammars)
    expect(shiki.getLanguage(grammars.at(-1)?.name ?? '')).toBeDefined()
  }
})

test('a line that nobody reads is plain', async () => {
  expect(await read('json', `{"a": ${'1'.repeat(3000)}}`)).toEqual({
    [`{"a": ${'1'.repeat(3000)}}`]: undefined,
  })
})
