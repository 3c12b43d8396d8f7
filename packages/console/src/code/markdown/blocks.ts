import { Lexer, marked, type Token } from 'marked'
import { mathOptions } from './math/math-extension.ts'
import { ModelTokenizer } from './tokenizer.ts'

/** One top-level block of a text: what it is rendered from, and whether it can still grow. */
export interface Block {
  token: Token
  /** False for the last block of a text that is still being written. */
  settled: boolean
}

export interface BlockReader {
  /** The blocks of `text`. Settled ones are the same objects as in the call before, as long as the text only grew. */
  read(text: string, writing: boolean): Block[]
}

const read = (text: string, writing: boolean): Token[] =>
  new Lexer({
    ...marked.defaults,
    ...mathOptions(writing),
    gfm: true,
    tokenizer: new ModelTokenizer(writing),
  }).lex(text)

/** As a block of code, that says every letter of it: a text may be nested deeper than anything can follow. */
const asItIs = (text: string): Block => ({ token: { type: 'code', raw: text, text }, settled: true })

const lex = (text: string, writing: boolean): Token[] =>
  read(text, writing).filter((token) => token.type !== 'space')

/** Whatever follows a block cannot change it, but for a last one: a list goes on behind an empty line, a paragraph becomes a heading. */
function lastStart(text: string): number {
  const tokens = read(text, true)
  let last = tokens.findLastIndex((token) => token.type !== 'space')
  // A formula that never ends belongs to what it stands under.
  while (tokens[last]?.type === 'openMath' && last > 0 && tokens[last - 1]?.type !== 'space') last -= 1
  return tokens.slice(0, Math.max(0, last)).reduce((length, token) => length + token.raw.length, 0)
}

const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1)

/** How much of `text` cannot change any more, whatever follows. Of whole lines alone: half a line may look like another block than the whole one. */
export const settledLength = (text: string): number => lastStart(wholeLines(text))

/**
 * Cuts a growing text into blocks, and reads only its end again: a text of n characters costs n, not n² over its life. `close` ends
 * markdown that is unfinished (a bold word, a link) for the last block.
 */
export function makeBlockReader(close: (text: string) => string): BlockReader {
  const reader = makeMarkdownReader(close)
  let tooDeep: string | undefined
  return {
    read(text, writing) {
      if (tooDeep !== undefined && text.startsWith(tooDeep)) return [asItIs(text)]
      try {
        return reader.read(text, writing)
      } catch {
        tooDeep = text
        return [asItIs(text)]
      }
    },
  }
}

function makeMarkdownReader(close: (text: string) => string): BlockReader {
  let text = ''
  let settledEnd = 0
  let settled: Block[] = []
  /** Where the lines end in which nothing more was settled: until there are others, nothing will be. */
  let tried = 0
  let whole: { text: string; blocks: Block[] } | undefined

  function settle(): void {
    const end = text.lastIndexOf('\n') + 1
    if (end === tried) return
    const tail = text.slice(settledEnd)
    const length = settledLength(tail)
    if (length === 0) tried = end
    if (length === 0) return
    // Nothing in it goes on.
    const fresh = lex(tail.slice(0, length), false).map((token) => ({ token, settled: true }))
    settled = [...settled, ...fresh]
    settledEnd += length
  }

  return {
    read(next, writing) {
      if (!writing) {
        // A finished text is read as a whole, because a link may be defined at its end.
        if (whole?.text !== next)
          whole = { text: next, blocks: lex(next, false).map((token) => ({ token, settled: true })) }
        return whole.blocks
      }
      if (!next.startsWith(text)) {
        settledEnd = 0
        settled = []
        tried = 0
      }
      text = next
      settle()
      const open = lex(close(text.slice(settledEnd)), true).map((token) => ({ token, settled: false }))
      return [...settled, ...open]
    },
  }
}
