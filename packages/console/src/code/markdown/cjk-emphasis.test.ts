import * as fc from 'fast-check'
import { Lexer, Parser, Tokenizer } from 'marked'
import { expect, test } from 'vitest'
import { CjkTokenizer } from './cjk-emphasis.ts'

const plain = new Tokenizer()
const cjk = new CjkTokenizer()
const inline = (tokenizer: Tokenizer, text: string) =>
  Parser.parseInline(Lexer.lexInline(text, { gfm: true, tokenizer }))

test.each([
  ['**太字。**続き', '<strong>太字。</strong>続き'],
  ['**「引用」**です', '<strong>「引用」</strong>です'],
  ['これは**「引用」**です', 'これは<strong>「引用」</strong>です'],
  ['「**引用**」です', '「<strong>引用</strong>」です'],
  ['「**引用。**」です', '「<strong>引用。</strong>」です'],
  ['**太字（注）**続き', '<strong>太字（注）</strong>続き'],
  ['**太字(注)**続き', '<strong>太字(注)</strong>続き'],
  ['**この文を強調できますか?**できません。', '<strong>この文を強調できますか?</strong>できません。'],
  ['続き*強調。*続き', '続き<em>強調。</em>続き'],
  ['続き***両方。***続き', '続き<em><strong>両方。</strong></em>続き'],
  ['中文**“引号”**中文', '中文<strong>“引号”</strong>中文'],
  ['**该星号不会被识别。**这是因为', '<strong>该星号不会被识别。</strong>这是因为'],
  ['我可以强调**这个`code`**吗', '我可以强调<strong>这个<code>code</code></strong>吗'],
  ['**이 용어(This term)**를 강조', '<strong>이 용어(This term)</strong>를 강조'],
  ['한국어 **"강조"**를', '한국어 <strong>&quot;강조&quot;</strong>를'],
  ['~~取消。~~続き', '<del>取消。</del>続き'],
  ['一**甲。**二**乙。**三', '一<strong>甲。</strong>二<strong>乙。</strong>三'],
  ['開いた**ままの文。', '開いた**ままの文。'],
  ['空白 ** ではない ** 文', '空白 ** ではない ** 文'],
  ['変数_名_です', '変数_名_です'],
])('fault 72: %s', (text, html) => {
  expect(inline(cjk, text)).toBe(html)
})

test('other languages are read as before', () => {
  const unit = fc.constantFrom(
    'a',
    'é',
    ' ',
    '*',
    '**',
    '_',
    '~~',
    '~',
    '.',
    '(',
    '"',
    '\n',
    '`',
    '[x](y)',
    '1',
    '“',
    '€',
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
      expect(inline(cjk, text)).toBe(inline(plain, text))
    }),
    { numRuns: 1000 },
  )
})
