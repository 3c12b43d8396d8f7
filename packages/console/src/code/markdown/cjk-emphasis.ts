/**
 * Emphasis beside Chinese, Japanese and Korean. CommonMark decides by spaces and punctuation whether `**` opens or closes, and these languages
 * write no spaces: `**太字。**続き` stays as it is. After the amendment that markdown-cjk-friendly specifies (github.com/tats-u, and
 * commonmark-spec issue 650): their punctuation counts as letters, and beside one of their characters other punctuation may open and close.
 */
import { Tokenizer, type Tokens } from 'marked'

const CJK =
  '(?:(?!\\s)[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\u3000-\\u303F\\uFE30-\\uFE4F\\uFF00-\\uFFEF])'

/** Punctuation but the delimiter's own character `own`. GFM leaves `~` to strikethrough within emphasis. */
const other = (own: string) => `(?:(?![~${own}]|${CJK})[\\p{P}\\p{S}])`
const letter = (own: string) => `(?:(?!${own})(?:~|[^\\s\\p{P}\\p{S}]|${CJK}))`

/** The ends of a run of `own`, in the six groups that marked's rules have: right, right, left, left, both, both. */
function closers(own: string, run: string, skip: string): RegExp {
  const [P, N] = [other(own), letter(own)]
  return new RegExp(
    [
      skip,
      `${P}(${run})(?=\\s|$)`,
      `(?:${N}(?=${run}(?!${own})(?:\\s|$))|(?!${CJK})${N}(?=${run}${P}))(${run})`,
      `(?:\\s(?=${run}${N})|${P}(?=${run}(?!${CJK})${N}))(${run})`,
      `\\s(${run})(?=${P})`,
      `(?:${P}|${CJK})(${run})(?=${P})`,
      `(?:${N}|${P}(?=${run}${CJK}))(${run})(?=${N})`,
    ].join('|'),
    'gu',
  )
}

const STAR = '\\*'

const RULES = {
  emStrongLDelim: new RegExp(
    `^\\*+(?:(${other(STAR)})|([^\\s*]))?|^_+(?:((?![~_])[\\p{P}\\p{S}])|([^\\s_]))?`,
    'u',
  ),
  emStrongRDelimAst: closers(STAR, '\\*+', '^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])'),
  delLDelim: new RegExp(`^~~?(?:(${other('~')})|[^\\s~])`, 'u'),
  delRDelim: closers('~', '~~?', '^[^~]+(?=[^~])'),
  punctuation: new RegExp(`^(?:(?![*_])[\\s\\p{P}\\p{S}]|${CJK})`, 'u'),
}

export class CjkTokenizer extends Tokenizer {
  override emStrong(text: string, masked: string, before = ''): Tokens.Em | Tokens.Strong | undefined {
    // `_` is not for the middle of a word, and these languages show no ends of words.
    if (!text.startsWith('*')) return super.emStrong(text, masked, before)
    return this.#beside(() => super.emStrong(text, masked, before))
  }

  override del(text: string, masked: string, before = ''): Tokens.Del | undefined {
    return this.#beside(() => super.del(text, masked, before))
  }

  #beside<T>(read: () => T): T {
    const { rules } = this
    this.rules = { ...rules, inline: { ...rules.inline, ...RULES } }
    try {
      return read()
    } finally {
      this.rules = rules
    }
  }
}
