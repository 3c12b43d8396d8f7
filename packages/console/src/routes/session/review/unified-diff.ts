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
  /** Line numbers at which it starts. */
  before: number
  after: number
  /** What git writes behind the numbers: the function around it, often empty. */
  context: string
  rows: DiffRow[]
}

export interface FileDiff {
  hunks: Hunk[]
  binary: boolean
  /** `renamed`: the two sides have different names. */
  change: 'added' | 'deleted' | 'renamed' | 'modified'
  /** The name of the old side where it was renamed. */
  from?: string
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

function begin(match: RegExpExecArray): Cursor {
  const [, before = '0', beforeCount = '1', after = '0', afterCount = '1', context = ''] = match
  const hunk = { before: Number(before), after: Number(after), context, rows: [] }
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

function readHead(diff: FileDiff, line: string): void {
  if (line.startsWith('Binary files ') || line.startsWith('GIT binary patch')) diff.binary = true
  else if (line.startsWith('new file mode') || line.startsWith('--- /dev/null')) diff.change = 'added'
  else if (line.startsWith('deleted file mode') || line.startsWith('+++ /dev/null')) diff.change = 'deleted'
  else if (line.startsWith('rename from ')) {
    diff.change = 'renamed'
    diff.from = line.slice('rename from '.length)
  } else if (line.startsWith('--- ')) diff.from ??= nameOf(line)
  else if (line.startsWith('+++ ') && diff.change === 'modified' && diff.from !== nameOf(line))
    diff.change = 'renamed'
}

/** Reads the diff of one file. Text that is no diff gives no hunks. Lines keep a carriage return that is part of them. */
export function parseDiff(patch: string): FileDiff {
  const diff: FileDiff = { hunks: [], binary: false, change: 'modified' }
  let cursor: Cursor | undefined
  for (const line of patch.split('\n')) {
    const head = HEAD.exec(line)
    const inHunk = cursor && (cursor.beforeLeft > 0 || cursor.afterLeft > 0)
    if (cursor && inHunk && !line.startsWith('\\')) addRow(cursor, line)
    else if (head) {
      cursor = begin(head)
      diff.hunks.push(cursor.hunk)
    } else if (line.startsWith('\\')) {
      const last = cursor?.hunk.rows.at(-1)
      if (last) last.unended = true
    } else readHead(diff, line)
  }
  if (diff.change !== 'renamed') delete diff.from
  return diff
}

/** How many lines a diff adds and removes. */
export function countDiff({ hunks }: FileDiff): { additions: number; deletions: number } {
  const rows = hunks.flatMap((hunk) => hunk.rows)
  return {
    additions: rows.filter((row) => row.kind === 'added').length,
    deletions: rows.filter((row) => row.kind === 'removed').length,
  }
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
