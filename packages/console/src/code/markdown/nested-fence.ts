/**
 * Models write markdown about markdown: a block ```` ```md ```` with ```` ```js ```` … ```` ``` ```` in it and three backticks at its end. To
 * CommonMark the inner block ends the outer one, and the last line opens a block that swallows the rest of the answer. Pure.
 */

export interface Fence {
  raw: string
  lang: string
  text: string
}

const OPENING = /^( {0,3})(`{3,}|~{3,})[ \t]*((?:md|mdx|markdown)\b[^\n`]*)(?:\n|$)/i
const FENCE = /^([ \t]*)(`{3,}|~{3,})[ \t]*([^`]*)$/

/**
 * The block of markdown at the start of `text`, with the blocks in it; undefined where it has none, so that CommonMark's reading holds. One
 * without an end takes the rest of a text that is still being `writing`, and is none otherwise.
 */
export function nestedFence(text: string, writing: boolean): Fence | undefined {
  const opening = OPENING.exec(text)
  if (!opening) return undefined
  const [head, indent = '', mark = '', info = ''] = opening
  const lines = text.slice(head.length).split('\n')
  const { end, nested } = endOf(lines, mark)
  if (!nested || (end < 0 && !writing)) return undefined
  const inside = end < 0 ? lines : lines.slice(0, end)
  const raw = head + (end < 0 ? lines : lines.slice(0, end + 1)).join('\n')
  const dedented = inside.map((line) =>
    line.startsWith(indent) ? line.slice(indent.length) : line.trimStart(),
  )
  return { raw, lang: info.trim(), text: dedented.join('\n').replace(/\n$/, '') }
}

/** The index of the line that ends the block, -1 for none; and whether there was a block within. */
function endOf(lines: readonly string[], mark: string): { end: number; nested: boolean } {
  const open: number[] = []
  let nested = false
  for (const [index, line] of lines.entries()) {
    const [, indent = '', fence = '', info = ''] = FENCE.exec(line) ?? []
    if (fence[0] !== mark[0]) continue
    const inner = open.at(-1)
    if (info.trim() !== '') {
      nested = true
      open.push(fence.length)
    } else if (inner !== undefined && fence.length >= inner) open.pop()
    else if (inner === undefined && fence.length >= mark.length && indent.length <= 3)
      return { end: index, nested }
  }
  return { end: -1, nested }
}
