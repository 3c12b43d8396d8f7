/** Reads unified diffs, as git and jsdiff write them, into rows. Pure. */

export interface DiffRow {
  kind: 'same' | 'added' | 'removed'
  /** Line numbers from 1; absent where the side has no such line. */
  before?: number
  after?: number
  text: string
  /** The line is the last of its file and does not end in a newline. */
  unended?: boolean
}

export interface Hunk {
  /** The file's name on the new side, or on the old one where it was deleted; empty where the diff does not say. */
  file: string
  /** Line numbers at which it starts. */
  before: number
  after: number
  /** What git writes behind the numbers: the function around it, often empty. */
  context: string
  rows: DiffRow[]
}

/** A diff, mostly of one file. A patch that touches several is read as one, its hunks naming their files. */
export interface FileDiff {
  hunks: Hunk[]
  binary: boolean
  /** `renamed`: the two sides have different names. */
  change: 'added' | 'deleted' | 'renamed' | 'modified'
}

const HEAD = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/

interface Cursor {
  hunk: Hunk
  before: number
  after: number
  /** Lines that the head promised and that did not come yet: without them `--- x` in a hunk would look like a file's head. */
  beforeLeft: number
  afterLeft: number
}

function begin(match: RegExpExecArray, file: string): Cursor {
  const [, before = '0', beforeCount = '1', after = '0', afterCount = '1', context = ''] = match
  const hunk = { file, before: Number(before), after: Number(after), context, rows: [] }
  return {
    hunk,
    before: hunk.before,
    after: hunk.after,
    beforeLeft: Number(beforeCount),
    afterLeft: Number(afterCount),
  }
}

function addRow(cursor: Cursor, line: string): void {
  const text = line.slice(1)
  if (line.startsWith('+')) {
    cursor.afterLeft -= 1
    cursor.hunk.rows.push({ kind: 'added', after: cursor.after++, text })
  } else if (line.startsWith('-')) {
    cursor.beforeLeft -= 1
    cursor.hunk.rows.push({ kind: 'removed', before: cursor.before++, text })
  } else {
    cursor.beforeLeft -= 1
    cursor.afterLeft -= 1
    cursor.hunk.rows.push({ kind: 'same', before: cursor.before++, after: cursor.after++, text })
  }
}

function nameOf(line: string): string {
  const [path = ''] = line.slice(4).split('\t')
  return path.replace(/^[ab]\//, '')
}

interface Names {
  before: string
  after: string
}

/** Reads a line between hunks. `names` are those of the file that the next hunk is of. */
function readHead(diff: FileDiff, names: Names, line: string): void {
  if (line.startsWith('Binary files ') || line.startsWith('GIT binary patch')) diff.binary = true
  else if (line.startsWith('new file mode') || line.startsWith('--- /dev/null')) diff.change = 'added'
  else if (line.startsWith('deleted file mode') || line.startsWith('+++ /dev/null')) diff.change = 'deleted'
  else if (line.startsWith('rename from ')) diff.change = 'renamed'
  if (line.startsWith('--- ')) names.before = nameOf(line)
  if (!line.startsWith('+++ ')) return
  names.after = nameOf(line)
  if (diff.change === 'modified' && names.before !== names.after) diff.change = 'renamed'
}

const nameFor = ({ before, after }: Names): string => (after === '' || after === '/dev/null' ? before : after)

/** Reads a diff. Text that is no diff gives no hunks. Lines keep a carriage return that is part of them. */
export function parseDiff(patch: string): FileDiff {
  const diff: FileDiff = { hunks: [], binary: false, change: 'modified' }
  const names: Names = { before: '', after: '' }
  let cursor: Cursor | undefined
  for (const line of patch.split('\n')) {
    const head = HEAD.exec(line)
    const inHunk = cursor && (cursor.beforeLeft > 0 || cursor.afterLeft > 0)
    if (cursor && inHunk && !line.startsWith('\\')) addRow(cursor, line)
    else if (head) {
      cursor = begin(head, nameFor(names))
      diff.hunks.push(cursor.hunk)
    } else if (line.startsWith('\\')) {
      const last = cursor?.hunk.rows.at(-1)
      if (last) last.unended = true
    } else readHead(diff, names, line)
  }
  return diff
}

/** The first `limit` rows, whole hunks and the beginning of the last one. */
export function headOf(hunks: readonly Hunk[], limit: number): Hunk[] {
  const head: Hunk[] = []
  let left = limit
  for (const hunk of hunks) {
    if (left <= 0) break
    head.push(hunk.rows.length <= left ? hunk : { ...hunk, rows: hunk.rows.slice(0, left) })
    left -= hunk.rows.length
  }
  return head
}
