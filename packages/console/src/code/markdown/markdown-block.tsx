import type { Tokens } from 'marked'
import { createEffect, Show, type JSX } from 'solid-js'
import type { Block } from './blocks.ts'
import { CodeBlock } from './code-block.tsx'
import styles from './markdown.module.css'

interface BlockEngine {
  renderBlock(token: Block['token']): string
  morph(element: HTMLElement, html: string): void
}

function codeOf({ token }: Block): Tokens.Code | undefined {
  return token.type === 'code' ? (token as Tokens.Code) : undefined
}

/** One block of a text. A block of code is ours to show; of all others the HTML is made, cleaned and laid in. */
export const MarkdownBlock = (props: { block: Block; engine: BlockEngine }): JSX.Element => (
  <Show when={codeOf(props.block)} fallback={<HtmlBlock {...props} />}>
    {(code) => (
      <div class={styles.block}>
        <CodeBlock text={code().text} info={code().lang} />
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

const HtmlBlock = (props: { block: Block; engine: BlockEngine }): JSX.Element => {
  let shown: string | undefined
  let element: HTMLElement | undefined
  createEffect(() => {
    const html = props.engine.renderBlock(props.block.token)
    if (!element || html === shown) return
    if (shown === undefined) element.innerHTML = html
    else props.engine.morph(element, html)
    shown = html
    addCopyButtons(element)
  })
  return <div ref={(made) => (element = made)} class={styles.block} />
}
