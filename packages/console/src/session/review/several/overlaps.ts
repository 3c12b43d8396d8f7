/** Where several sessions changed the same lines. Pure. */
import type { LineRange, Side } from '../../../code/diff/line-range.ts'
import type { FilePatch, Hunk } from '../../../code/diff/unified-diff.ts'

/** Lines that one session changed in one go, on both sides. */
export interface Block {
  /** Lines of the text that both began with; what only came stands between two of them, and touches both. */
  base: [from: number, to: number]
  /** Lines as they are shown, by side; undefined: it has none there. */
  before?: [from: number, to: number]
  after?: [from: number, to: number]
}

export interface OwnedFile {
  /** The same for the same file of a project, in whichever worktree. */
  path: string
  owner: string
  blocks: readonly Block[]
}

/** A block that others changed too. */
export interface SharedBlock extends Block {
  others: string[]
}

export const blocksOfPatch = (files: readonly FilePatch[]): Block[] =>
  files.flatMap(({ hunks }) => hunks.flatMap(blocksOfHunk))

function blocksOfHunk(hunk: Hunk): Block[] {
  const blocks: Block[] = []
  // The line in front of what comes next, of the text before.
  let last = hunk.before - (hunk.rows.some(({ before }) => before !== undefined) ? 1 : 0)
  let open: Block | undefined
  const widen = (range: [number, number] | undefined, line: number): [number, number] => [
    range?.[0] ?? line,
    line,
  ]
  for (const { kind, before, after } of hunk.rows) {
    if (kind === 'same') {
      if (open) blocks.push(open)
      open = undefined
    } else {
      open ??= { base: [last, last + 1] }
      if (before !== undefined) open.before = widen(open.before, before)
      if (after !== undefined) open.after = widen(open.after, after)
      if (open.before) open.base = open.before
    }
    last = before ?? last
  }
  return open ? [...blocks, open] : blocks
}

const meet = (a: Block, b: Block): boolean => a.base[0] <= b.base[1] && b.base[0] <= a.base[1]

/** Files with blocks that others touch: each file's, in its place of the list. */
export function overlapsOf(files: readonly OwnedFile[]): SharedBlock[][] {
  const byPath = groupByPath(files)
  return files.map(({ path, owner, blocks }) => {
    const others = (byPath.get(path) ?? []).filter((file) => file.owner !== owner)
    return blocks.flatMap((block): SharedBlock[] => {
      const owners = others
        .filter((file) => file.blocks.some((one) => meet(one, block)))
        .map((file) => file.owner)
      return owners.length > 0 ? [{ ...block, others: [...new Set(owners)] }] : []
    })
  })
}

function groupByPath(files: readonly OwnedFile[]): Map<string, OwnedFile[]> {
  const byPath = new Map<string, OwnedFile[]>()
  for (const file of files) byPath.set(file.path, [...(byPath.get(file.path) ?? []), file])
  return byPath
}

const holdsLine = (block: Block, side: Side, line: number): boolean => {
  const range = block[side]
  return range !== undefined && range[0] <= line && line <= range[1]
}

/** Who else changed a line that is shown; undefined: nobody. */
export function sharedLine(shared: readonly SharedBlock[], { side, from }: LineRange): string | undefined {
  const others = shared.find((block) => holdsLine(block, side, from))?.others
  return others && `Also changed by ${others.join(', ')}`
}
