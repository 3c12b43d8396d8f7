import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { ColouredText } from './coloured-text.ts'
import { workerTokeniser } from './highlight/worker-tokeniser.ts'
import { languageNamed } from './language-names.ts'
import { MOST_TO_TOKENISE, type Reading, type TokenLine, type Tokeniser } from './tokeniser.ts'

export interface Code {
  text: string
  /** As it is written behind a fence, or as `languageOfFile` says. Undefined: nobody knows. */
  language: string | undefined
}

/**
 * The lines of `code` with their tokens; undefined as long as it is plain, and where it stays so. A text that grows keeps the colours that it
 * has, and lines that do not change stay the same objects.
 */
export function createTokens(
  code: Accessor<Code>,
  tokeniser: Tokeniser = workerTokeniser,
): Accessor<readonly TokenLine[] | undefined> {
  const [lines, setLines] = createSignal<readonly TokenLine[]>()
  const language = createMemo(() =>
    code().text.length > MOST_TO_TOKENISE ? undefined : languageNamed(code().language),
  )
  const text = createMemo(() => code().text)
  createEffect(
    on(language, (known) => {
      setLines()
      if (known === undefined) return
      const coloured = new ColouredText()
      const reading: Reading = tokeniser.open(known, (from, marks) => {
        coloured.hear(from, marks)
        setLines(coloured.lines)
      })
      onCleanup(() => reading.end())
      createEffect(() => {
        coloured.show(text())
        reading.show(text())
        setLines(coloured.lines)
      })
    }),
  )
  return lines
}
