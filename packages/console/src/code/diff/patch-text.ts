/** Patches as text, for `git apply`. Pure. */
import type { DiffRow, FilePatch, Hunk } from './unified-diff.ts'

const SIGNS = { same: ' ', added: '+', removed: '-' } as const
const TURNED = { same: 'same', added: 'removed', removed: 'added' } as const

/** A name as git writes it: in quotes where it has to be. */
export function quoted(name: string): string {
  // oxlint-disable-next-line no-control-regex
  if (!/["\\\u0000-\u001F\u007F]/.test(name)) return name
  const inner = name.replaceAll(/["\\]/g, (found) => `\\${found}`)
  // oxlint-disable-next-line no-control-regex
  const plain = inner.replaceAll(/[\u0000-\u001F\u007F]/g, (found) => {
    return `\\${found.charCodeAt(0).toString(8).padStart(3, '0')}`
  })
  return `"${plain}"`
}

/** The hunk from its end to its beginning in time: what it added is removed. */
function turned({ before, after, context, rows }: Hunk): Hunk {
  const blocks: DiffRow[][] = [[]]
  for (const row of rows) {
    const last = blocks.at(-1)
    if (last && (last.length === 0 || (last[0]?.kind === 'same') === (row.kind === 'same'))) last.push(row)
    else blocks.push([row])
  }
  const turnedRow = ({ before, after, ...row }: DiffRow): DiffRow => ({
    ...row,
    kind: TURNED[row.kind],
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  })
  // Removed lines come first within each block, as everywhere.
  const order = (row: DiffRow) => (row.kind === 'removed' ? 0 : 1)
  return {
    before: after,
    after: before,
    context,
    rows: blocks.flatMap((block) => {
      const rows = block.map(turnedRow)
      return rows[0]?.kind === 'same' ? rows : rows.toSorted((a, b) => order(a) - order(b))
    }),
  }
}

const countOf = (rows: readonly DiffRow[], side: 'before' | 'after') =>
  rows.filter((row) => row[side] !== undefined).length

function hunkText({ before, after, rows }: Hunk): string {
  const head = `@@ -${before},${countOf(rows, 'before')} +${after},${countOf(rows, 'after')} @@\n`
  const lines = rows.map(
    ({ kind, text, crlf, unended }) =>
      `${SIGNS[kind]}${text}${crlf ? '\r' : ''}\n${unended ? '\\ No newline at end of file\n' : ''}`,
  )
  return head + lines.join('')
}

export type Change = 'added' | 'deleted' | 'modified'

/**
 * A patch that undoes these hunks of a file, or all of it. `change`: what the file's own patch does to it as a whole; a single hunk of it only ever
 * modifies.
 */
export function undoingPatch(
  name: string,
  { hunks, modes }: Pick<FilePatch, 'hunks' | 'modes'>,
  change: Change,
): string {
  const [a, b] = [quoted(`a/${name}`), quoted(`b/${name}`)]
  const head = {
    added: `deleted file mode ${modes.after ?? '100644'}\n--- ${a}\n+++ /dev/null\n`,
    deleted: `new file mode ${modes.before ?? '100644'}\n--- /dev/null\n+++ ${b}\n`,
    modified: `${modeLines(modes)}--- ${a}\n+++ ${b}\n`,
  }[change]
  const lines = hunks.map((hunk) => hunkText(turned(hunk))).join('')
  const empty = hunks.length === 0 ? head.replace(/--- .*\n\+\+\+ .*\n/, '') : head
  return `diff --git ${a} ${b}\n${empty}${lines}`
}

function modeLines({ before, after }: FilePatch['modes']): string {
  return before && after && before !== after ? `old mode ${after}\nnew mode ${before}\n` : ''
}

/** Whether a patch of it can say everything there is to undo. */
export const canUndo = ({ binary, hunks, modes, change }: FilePatch): boolean =>
  !binary &&
  change !== 'renamed' &&
  (hunks.length > 0 || change !== 'modified' || modes.before !== modes.after) &&
  hunks.every((hunk) => hunk.rows.every((row) => !row.text.includes('\uFFFD')))
