import katex from 'katex'
import 'katex/dist/katex.min.css'

/** All that drawing formulas needs: a chunk of its own, with its fonts. */

/** No links, no pictures, no classes and styles of the model's own: KaTeX would leave a red word of all that is in one. */
function refuse(): never {
  throw new Error('Links and pictures in formulas are not drawn.')
}

/**
 * The formula as elements: KaTeX sets their styles one by one, so that nothing of what it makes is read as HTML. Throws where the source is no
 * formula, or nests without end.
 */
export function drawMath(tex: string, display: boolean): HTMLElement {
  const element = document.createElement('span')
  katex.render(tex, element, {
    displayMode: display,
    output: 'html',
    throwOnError: true,
    // Anything odd is drawn as far as it goes, and nothing is written to the browser's console.
    strict: 'ignore',
    trust: refuse,
    maxExpand: 200,
    maxSize: 20,
  })
  return element
}
