import { Marked, Parser, type Token } from 'marked'
import { makeBlockReader, type BlockReader } from './blocks.ts'
import { mathRenderers } from './math/math-extension.ts'
import type * as growingModule from './growing.ts'
import { rendererOverrides } from './renderer.ts'
import { sanitise } from './sanitise.ts'

/** All that markdown needs and the first load does not: a chunk of its own. */

const marked = new Marked({ gfm: true, renderer: rendererOverrides, extensions: mathRenderers })

let growing: typeof growingModule | undefined
let asked = false

/** Until it is there, a text that grows is drawn as it stands, and anew. */
function needGrowing(): typeof growingModule | undefined {
  if (!asked) {
    asked = true
    import('./growing.ts').then(
      (loaded) => (growing = loaded),
      () => {
        // The network failed: the next piece of text asks again.
        asked = false
      },
    )
  }
  return growing
}

export const makeReader = (): BlockReader => makeBlockReader((text) => needGrowing()?.close(text) ?? text)

export { typesetMath } from './math/typeset.ts'

/** One block as inert HTML. */
export function renderBlock(token: Token): string {
  return sanitise(Parser.parse([token], marked.defaults))
}

/** Changes what `element` shows into `html`, the selection in it and elements of ours kept once what that needs is there. */
export function morph(element: HTMLElement, html: string): void {
  const loaded = needGrowing()
  if (loaded) loaded.morph(element, html)
  else element.innerHTML = html
}
