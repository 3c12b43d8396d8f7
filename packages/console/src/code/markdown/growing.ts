import morphdom from 'morphdom'
import remend from 'remend'

/** All that a text needs only while it is being written: a chunk of its own, because most texts are finished when they are opened. */

/** Ends markdown that is unfinished: a bold word, a link. A formula stays text until its end is there. */
export const close = (text: string): string => remend(text, { katex: false, inlineKatex: false })

/** Changes what `element` shows into `nodes` with the fewest changes, so that a selection in it survives. Elements of ours are kept. */
export function morph(element: HTMLElement, nodes: DocumentFragment): void {
  // Of a fragment morphdom would take the first element alone.
  const next = document.createElement('div')
  next.append(nodes)
  morphdom(element, next, {
    childrenOnly: true,
    // A formula that is drawn stays, as long as its source does.
    onBeforeElUpdated: (from, to) =>
      from.dataset['source'] === undefined || from.dataset['source'] !== to.textContent,
    onBeforeNodeDiscarded: (node) => !(node instanceof HTMLElement && node.dataset['kept'] !== undefined),
  })
}
