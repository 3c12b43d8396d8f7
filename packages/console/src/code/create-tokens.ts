import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import {
  isFaithful,
  linesFor,
  MOST_TO_TOKENISE,
  plainTokeniser,
  type TokenisedText,
  type Tokeniser,
  type TokenLine,
} from './tokeniser.ts'

export interface Code {
  text: string
  /** Undefined: nobody knows. */
  language: string | undefined
}

/** The lines of `code` with their tokens; undefined as long as it is plain, and where it stays so. One reading at a time, of the newest text. */
export function createTokens(
  code: Accessor<Code>,
  tokeniser: Tokeniser = plainTokeniser,
): Accessor<readonly TokenLine[] | undefined> {
  const [read, setRead] = createSignal<TokenisedText>()
  createEffect(() => {
    const { text, language } = code()
    if (language === undefined || text.length > MOST_TO_TOKENISE) return
    const stop = new AbortController()
    onCleanup(() => stop.abort())
    void tokensOf(tokeniser, text, language, stop.signal).then((found) => found && setRead(found))
  })
  return createMemo(() => linesFor(code().text, read()))
}

/** What the tokeniser makes of a text; undefined where the text stays plain: without colours it can be read as well. */
async function tokensOf(
  tokeniser: Tokeniser,
  text: string,
  language: string,
  signal: AbortSignal,
): Promise<TokenisedText | undefined> {
  try {
    const lines = await tokeniser.tokenise(text, language, signal)
    return lines && !signal.aborted && isFaithful({ text, lines }) ? { text, lines } : undefined
  } catch {
    return undefined
  }
}
