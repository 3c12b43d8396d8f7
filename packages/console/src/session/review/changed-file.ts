import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { unquoted } from '../../code/diff/git-name.ts'
import { changedName } from '../changed-name.ts'
import type { SessionRef } from '../../store/types.ts'
import { treeOf } from './file-tree.ts'
import type { Source } from './source.ts'

/** Where changes are, and of what they are. */
export interface ReviewPlace extends SessionRef {
  directory: string
  source: Source
}

export const isSamePlace = (a: ReviewPlace, b: ReviewPlace): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

export interface ChangedFile {
  /** As it is called on the disk. */
  path: string
  /** As it is shown: no name may pass for another. */
  name: string
  diff: SnapshotFileDiff
  place: ReviewPlace
}

/** Events tell names as git quotes them, the list does not. */
export function changedFile(diff: SnapshotFileDiff, place: ReviewPlace): ChangedFile {
  const path = unquoted(diff.file ?? 'unnamed file')
  return { path, name: changedName(diff), diff, place }
}

/** As the tree has them, each once. By their paths: two may be shown alike. */
export function inOrder(files: readonly ChangedFile[]): ChangedFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return treeOf([...byPath.values()], ({ name }) => name).flatMap((entry) =>
    entry.kind === 'file' ? entry.file : [],
  )
}

/** 53 bits of a text, the same for the same text: what was looked at is known by it. Not for secrets. Source: cyrb53. */
function hashOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

/** Large patches come at one time and not at another (the engine's lists leave them out): of those the counts have to do. UTF-16 units. */
const MOST_HASHED = 65_536

export const patchHash = ({ diff: { patch = '', additions, deletions, status } }: ChangedFile): string =>
  hashOf(`${status ?? ''} ${additions} ${deletions} ${patch.length > MOST_HASHED ? '' : patch}`)
