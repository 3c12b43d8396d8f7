/** Reads unified diffs, as git and jsdiff write them, into files and rows. Pure. */
import { unquoted } from './git-name.ts'

export interface DiffRow {
  kind: 'same' | 'added' | 'removed'
  /** Line numbers from 1; absent where the side has no such line. */
  before?: number
  after?: number
  /** Without its line end. */
  text: string
  /** The line ends in CRLF. */
  crlf?: boolean
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

/** What a patch says of one file. */
export interface FilePatch {
  /** The names on both sides; empty where the patch does not say, or the side has no such file. */
  before: string
  after: string
  /** `renamed`: the two sides have different names. */
  change: 'added' | 'deleted' | 'renamed' | 'modified'
  binary: boolean
  /** File modes as git writes them, `100644`; of one that did not change both are the same. */
  modes: { before?: string; after?: string }
  hunks: Hunk[]
}

// The function may hold what JavaScript takes for a line's end, U+2028 and the like.
const HEAD = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)/s

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
  const crlf = line.endsWith('\r')
  const said = { text: crlf ? line.slice(1, -1) : line.slice(1), ...(crlf ? { crlf } : {}) }
  if (line.startsWith('+')) {
    cursor.afterLeft -= 1
    cursor.hunk.rows.push({ kind: 'added', after: cursor.after++, ...said })
  } else if (line.startsWith('-')) {
    cursor.beforeLeft -= 1
    cursor.hunk.rows.push({ kind: 'removed', before: cursor.before++, ...said })
  } else {
    cursor.beforeLeft -= 1
    cursor.afterLeft -= 1
    cursor.hunk.rows.push({ kind: 'same', before: cursor.before++, after: cursor.after++, ...said })
  }
}

/** The name in a line such as `--- a/src/x.ts`. Git writes a tab behind one with spaces, others a date. */
function nameOf(rest: string): string {
  const name = unquoted(rest.replace(/\t[^\t]*$/, ''))
  return name === '/dev/null' ? '' : name.replace(/^[ab]\//, '')
}

const isName = (rest: string, name: string): boolean => rest === name || rest.startsWith(`${name}\t`)

const emptyFile = (): FilePatch => ({
  before: '',
  after: '',
  change: 'modified',
  binary: false,
  modes: {},
  hunks: [],
})

/** What the lines between hunks say, by how they begin. */
const HEADS: [start: string, read: (file: FilePatch, rest: string) => void][] = [
  ['Binary files ', (file) => (file.binary = true)],
  ['GIT binary patch', (file) => (file.binary = true)],
  ['new file mode ', (file, mode) => Object.assign(file, { change: 'added', modes: { after: mode } })],
  ['deleted file mode ', (file, mode) => Object.assign(file, { change: 'deleted', modes: { before: mode } })],
  ['old mode ', (file, mode) => (file.modes.before = mode)],
  ['new mode ', (file, mode) => (file.modes.after = mode)],
  ['rename from ', (file, name) => Object.assign(file, { change: 'renamed', before: unquoted(name) })],
  ['rename to ', (file, name) => (file.after = unquoted(name))],
  [
    'index ',
    (file, rest) => {
      const mode = / (\d+)$/.exec(rest)?.[1]
      if (mode) file.modes = { before: mode, after: mode }
    },
  ],
  // Jsdiff's, as it is. Git's names twice, alike unless lines of their own say how they differ.
  ['Index: ', (file, name) => Object.assign(file, { before: name, after: name })],
  [
    'diff --git ',
    (file, rest) => {
      file.before = nameOf(rest.slice(0, (rest.length - 1) / 2))
      file.after = file.before
    },
  ],
  [
    '--- ',
    (file, rest) => {
      // Jsdiff puts no `a/` before it: a folder of that name would be lost.
      if (!isName(rest, file.before)) file.before = nameOf(rest)
      if (rest.startsWith('/dev/null')) file.change = 'added'
    },
  ],
  [
    '+++ ',
    (file, rest) => {
      if (!isName(rest, file.after)) file.after = nameOf(rest)
      if (rest.startsWith('/dev/null')) file.change = 'deleted'
      else if (file.change === 'modified' && file.before !== file.after) file.change = 'renamed'
    },
  ],
]

class Reader {
  readonly files: FilePatch[] = []
  #cursor: Cursor | undefined

  read(line: string): void {
    const cursor = this.#cursor
    const inHunk = cursor && (cursor.beforeLeft > 0 || cursor.afterLeft > 0)
    const head = HEAD.exec(line)
    if (inHunk && !line.startsWith('\\')) addRow(cursor, line)
    else if (head) {
      this.#cursor = begin(head)
      this.#file().hunks.push(this.#cursor.hunk)
    } else if (line.startsWith('\\')) {
      const last = cursor?.hunk.rows.at(-1)
      if (last) last.unended = true
    } else this.#readHead(line)
  }

  #readHead(line: string): void {
    const isNew = line.startsWith('diff --git ') || line.startsWith('Index: ')
    // Patches without such a line: the next file begins where its names do.
    if (isNew || (line.startsWith('--- ') && this.#file().hunks.length > 0)) this.files.push(emptyFile())
    const head = HEADS.find(([start]) => line.startsWith(start))
    head?.[1](this.#file(), line.slice(head[0].length))
  }

  #file(): FilePatch {
    const last = this.files.at(-1)
    if (last) return last
    const first = emptyFile()
    this.files.push(first)
    return first
  }
}

/** Reads a patch: its files, in order. Text that is none has no files. */
export function parsePatch(patch: string): FilePatch[] {
  const reader = new Reader()
  for (const line of patch.split('\n')) reader.read(line)
  return reader.files
}

/** What it is called: after the change, if it is there still. */
export const fileNameOf = ({ before, after }: FilePatch): string => after || before

export const countRows = ({ hunks }: FilePatch): number =>
  hunks.reduce((rows, hunk) => rows + hunk.rows.length, 0)

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
