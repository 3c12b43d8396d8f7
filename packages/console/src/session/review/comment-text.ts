/** A comment on lines, as the prompt says it. Pure. */
import { sayLines, type LineRange } from '../../code/diff/line-range.ts'

/** Of more lines the beginning: the file can be read. */
const MOST_LINES = 40
const MOST_UNITS = 4000

export interface SaidComment {
  path: string
  range: LineRange
  code: string
  text: string
}

export function commentBlock({ path, range, code, text }: SaidComment): string {
  const where = `${nameIn(path)} ${sayLines(range)}${range.side === 'before' ? ' (before the change)' : ''}`
  const shown = headOf(code)
  const fence = fenceFor(shown)
  return `${where}:\n${fence}\n${shown}\n${fence}\n${text.trim()}`
}

/** On one line, and told from the words around it. */
const nameIn = (path: string): string => `\`${path.replaceAll(/[\n\r]/g, '\\n').replaceAll('`', "'")}\``

function headOf(code: string): string {
  const lines = code.split('\n')
  const head = lines.slice(0, MOST_LINES).join('\n').slice(0, MOST_UNITS)
  return head.length < code.length ? `${head}\n…` : head
}

/** Longer than any that is in the code, which would end it. */
function fenceFor(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(longest + 1)
}

export const withBlock = (draft: string, block: string): string =>
  draft.trim() === '' ? `${block}\n` : `${draft.replace(/\n*$/, '')}\n\n${block}\n`

export function withoutBlock(draft: string, block: string): string {
  const at = draft.indexOf(block)
  if (at < 0) return draft
  const [before, after] = [
    draft.slice(0, at).replace(/\n+$/, ''),
    draft.slice(at + block.length).replace(/^\n+/, ''),
  ]
  return before === '' || after === '' ? before + after : `${before}\n\n${after}`
}
