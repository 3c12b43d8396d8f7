import { createEffect, type JSX } from 'solid-js'
import type { Block } from './blocks.ts'
import styles from './markdown.module.css'

interface BlockMachinery {
  renderBlock(token: Block['token']): string
  morph(element: HTMLElement, html: string): void
}

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

export const MarkdownBlock = (props: { block: Block; engine: BlockMachinery }): JSX.Element => {
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
