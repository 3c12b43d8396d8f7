/** What of a prompt's text is to be completed. Pure. */
import type { Mark } from '../../../../shared/unsent.ts'
import { endOf } from '../marks/marks.ts'

export interface Trigger {
  /** `mention`: a file, folder or agent behind `@`. `command`: the word behind `/` at the very beginning. */
  kind: 'mention' | 'command'
  /** The piece of the text that a suggestion takes the place of, its sign included. */
  from: number
  to: number
  /** What was typed behind the sign, up to the caret. */
  query: string
}

/** No name that anybody types is longer; whatever lies before is not looked at. */
const LONGEST = 200

/** Scripts that put no space between words: there a letter before `@` is no part of an address. */
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'

const WORD_OF_UNSPACED = new RegExp(`[${UNSPACED}]$`, 'u')
const END = new RegExp(`[\\s${UNSPACED}\\u3000-\\u303f\\uff00-\\uff65]`, 'u')

/** An `@` begins a mention at the start of a word: the one in an address (`me@example.org`) does not. */
const MENTION = new RegExp(`(?:^|[^\\p{L}\\p{N}@._%+/\\\\-]|[${UNSPACED}])@([^\\s@]*)$`, 'u')

export function triggerAt(text: string, caret: number, marks: readonly Mark[]): Trigger | undefined {
  if (text.startsWith('!')) return undefined
  const before = text.slice(Math.max(0, caret - LONGEST), caret)
  const command = caret <= LONGEST ? /^\/([^\s/]*)$/.exec(before) : null
  if (command) return { kind: 'command', from: 0, to: wordEnd(text, caret), query: command[1] ?? '' }
  const mention = MENTION.exec(before)
  if (!mention) return undefined
  const query = mention[1] ?? ''
  const from = caret - query.length - 1
  if (marks.some((mark) => mark.start <= from && endOf(mark) > from)) return undefined
  return { kind: 'mention', from, to: wordEnd(text, caret), query }
}

/** A suggestion takes the place of what is left of the word, but of no sentence that goes on without a space. */
function wordEnd(text: string, caret: number): number {
  const isUnspaced = WORD_OF_UNSPACED.test(text.slice(Math.max(0, caret - 2), caret))
  const rest = text.slice(caret, caret + LONGEST).search(isUnspaced ? /\s/ : END)
  return rest < 0 ? Math.min(text.length, caret + LONGEST) : caret + rest
}

export interface FileQuery {
  /** Without the lines. */
  path: string
  /** `#L10-20`, `#10`, behind the path. */
  lines?: { from: number; to: number }
}

export function fileQueryOf(query: string): FileQuery {
  const [, path, from, to] = /^(.*)#L?(\d{1,7})(?:-L?(\d{1,7}))?$/.exec(query) ?? []
  if (path === undefined || from === undefined) return { path: query.replace(/#L?$/, '') }
  const [first, last] = [Number(from), Number(to ?? from)]
  return first >= 1 && last >= first ? { path, lines: { from: first, to: last } } : { path }
}
