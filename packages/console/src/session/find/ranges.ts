import { fold, placesOf } from './fold.ts'

/** What is no text of anybody within a part: the words of its buttons. */
const NOT_SEARCHED = 'button[data-kept], [data-unsearched], .visually-hidden'
/** Elements of which each begins a text of its own. */
const BLOCKS = 'p, li, pre, h1, h2, h3, h4, h5, h6, td, th, blockquote, dd, dt, [data-part], [data-row]'

interface Piece {
  node: Text
  /** Where it begins in the text of all pieces. */
  start: number
}

/** The texts of an element one behind the other, a line's end between blocks. */
function textIn(element: Element): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const pieces: Piece[] = []
  const texts: string[] = []
  let length = 0
  let block: Element | null | undefined
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!(node instanceof Text) || !parent || parent.closest(NOT_SEARCHED)) continue
    // A place of its own within this one (a section of a call) is searched as such.
    if (parent.closest('[data-part]') !== element) continue
    const within = parent.closest(BLOCKS)
    if (block !== undefined && within !== block) {
      texts.push('\n')
      length += 1
    }
    block = within
    pieces.push({ node, start: length })
    texts.push(node.data)
    length += node.data.length
  }
  return { text: texts.join(''), pieces }
}

/** Ranges of what is shown in `element` and is `query`, whatever its case and however many elements it is drawn with; `most` of them at most. */
export function rangesIn(element: Element, query: string, most: number): Range[] {
  const { text, pieces } = textIn(element)
  const wanted = fold(query)
  let piece = 0
  const pointAt = (at: number, isEnd: boolean): [Text, number] | undefined => {
    const reaches = ({ start, node }: Piece) =>
      isEnd ? at <= start + node.data.length : at < start + node.data.length
    while (piece < pieces.length - 1 && !reaches(pieces[piece] as Piece)) piece += 1
    const found = pieces[piece]
    return found && [found.node, Math.min(Math.max(0, at - found.start), found.node.data.length)]
  }
  return placesOf(fold(text), wanted, most).flatMap((at) => {
    const [start, end] = [pointAt(at, false), pointAt(at + wanted.length, true)]
    if (!start || !end) return []
    const range = new Range()
    range.setStart(...start)
    range.setEnd(...end)
    return [range]
  })
}
