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

/**
 * What shows a block in `element`, each time as it is then: only what differs is cleaned and laid in, and the selection and elements of ours
 * are kept once what that needs is there. HTML that is not trusted stays in here.
 */
export function makeBlockPane(element: HTMLElement): (token: Token) => void {
  let shown: string | undefined
  return (token) => {
    const html = Parser.parse([token], marked.defaults)
    if (html === shown) return
    const loaded = shown === undefined ? undefined : needGrowing()
    shown = html
    if (loaded) loaded.morph(element, sanitise(html))
    else element.replaceChildren(sanitise(html))
  }
}
