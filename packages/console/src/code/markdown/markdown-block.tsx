import type { Tokens } from 'marked'
import { createEffect, onCleanup, Show, type JSX } from 'solid-js'
import { ColouredText } from '../coloured-text.ts'
import { workerTokeniser } from '../highlight/worker-tokeniser.ts'
import { languageNamed } from '../language-names.ts'
import { nodesOf } from '../token-nodes.ts'
import { MOST_TO_TOKENISE } from '../tokeniser.ts'
import type { Block } from './blocks.ts'
import { CodeBlock } from './code-block.tsx'
import { DiagramBlock } from './diagram-block.tsx'
import { languageOf } from './fence-info.ts'
import styles from './markdown.module.css'

interface BlockEngine {
  makeBlockPane(element: HTMLElement): (token: Block['token']) => void
  typesetMath(element: HTMLElement): void
}

function codeOf({ token }: Block): Tokens.Code | undefined {
  return token.type === 'code' ? (token as Tokens.Code) : undefined
}

/** One block of a text. A block of code is ours to show; of all others the HTML is made, cleaned and laid in as nodes. */
export const MarkdownBlock = (props: { block: Block; engine: BlockEngine }): JSX.Element => (
  <Show when={codeOf(props.block)} fallback={<HtmlBlock {...props} />}>
    {(code) => (
      <div class={styles.block}>
        <Show
          when={props.block.settled && languageOf(code().lang) === 'mermaid'}
          fallback={<CodeBlock text={code().text} info={code().lang} />}
        >
          <DiagramBlock text={code().text} info={code().lang} />
        </Show>
      </div>
    )}
  </Show>
)

/** A button for each code block, outside of what the text is made of. */
function addCopyButtons(element: HTMLElement): void {
  for (const code of element.querySelectorAll('pre:not(:has(> button))')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = styles.copy ?? ''
    button.dataset['kept'] = ''
    button.textContent = 'Copy'
    button.setAttribute('aria-label', 'Copy code')
    code.append(button)
  }
}

/** Colours for code within a list or a quotation, once it is written. Returns what gives that up. */
function colourCode(element: HTMLElement): () => void {
  const readings = [...element.querySelectorAll<HTMLElement>('pre[data-language] > code')].map((code) => {
    const language = languageNamed(code.parentElement?.dataset['language'])
    const text = code.textContent ?? ''
    if (language === undefined || text.length > MOST_TO_TOKENISE) return undefined
    const coloured = new ColouredText()
    const reading = workerTokeniser.open(language, (from, marks) => {
      coloured.hear(from, marks)
      if (coloured.lines) code.replaceChildren(...nodesOf(coloured.lines))
    })
    coloured.show(text)
    reading.show(text)
    return reading
  })
  return () => readings.forEach((reading) => reading?.end())
}

const HtmlBlock = (props: { block: Block; engine: BlockEngine }): JSX.Element => {
  let element: HTMLElement | undefined
  let show: ((token: Block['token']) => void) | undefined
  createEffect(() => {
    const { token, settled } = props.block
    if (!element) return
    show ??= props.engine.makeBlockPane(element)
    show(token)
    addCopyButtons(element)
    props.engine.typesetMath(element)
    if (settled) onCleanup(colourCode(element))
  })
  return <div ref={(made) => (element = made)} class={styles.block} />
}
