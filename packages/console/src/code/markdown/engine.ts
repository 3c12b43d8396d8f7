import { Marked, Parser, type Token } from 'marked'
import morphdom from 'morphdom'
import remend from 'remend'
import { makeBlockReader, type BlockReader } from './blocks.ts'
import { rendererOverrides } from './renderer.ts'
import { sanitise } from './sanitise.ts'

/** All that markdown needs and the first load does not: a chunk of its own. */

const marked = new Marked({ gfm: true, renderer: rendererOverrides })

export const makeReader = (): BlockReader => makeBlockReader(remend)

/** One block as inert HTML. */
export function renderBlock(token: Token): string {
  return sanitise(Parser.parse([token], marked.defaults))
}

/** Changes what `element` shows into `html` with the fewest changes, so that a selection in it survives. Elements of ours are kept. */
export function morph(element: HTMLElement, html: string): void {
  const next = document.createElement('div')
  next.innerHTML = html
  morphdom(element, next, {
    childrenOnly: true,
    onBeforeNodeDiscarded: (node) => !(node instanceof HTMLElement && node.dataset['kept'] !== undefined),
  })
}
