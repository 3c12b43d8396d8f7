import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { createMemo, mapArray, untrack, type Accessor } from 'solid-js'
import { parsePatch } from '../../../code/diff/unified-diff.ts'
import { titleOfSession } from '../../../frame/entry-text.ts'
import { sessionDiff } from '../../../sdk/review.ts'
import { useConsole } from '../../../store/context.ts'
import { isAwaited, sessionOf, type SessionRef } from '../../../store/types.ts'
import type { Problem } from '../../../../shared/api.ts'
import { useDraft } from '../../composer/draft/drafts.ts'
import { createKeptDraft } from '../../composer/draft/keep-unsent.ts'
import { changedFile, type ChangedFile } from '../changed-file.ts'
import { keyOf } from '../../../store/session-key.ts'
import { createLoads } from './create-loads.ts'
import { blocksOfPatch, overlapsOf, type Block, type SharedBlock } from './overlaps.ts'

export interface OwnedChange {
  file: ChangedFile
  /** The title of the session that made it. */
  owner: string
  shared: SharedBlock[]
}

export interface Several {
  changes: Accessor<OwnedChange[]>
  loading: Accessor<boolean>
  /** Those of them that nobody knows: deleted, archived, of a stopped server, or too old for the list. */
  missing: Accessor<SessionRef[]>
  problems: Accessor<{ title: string; problem: Problem }[]>
  reload: () => void
}

/** The changes of several sessions, file by file, with what they have in common. */
export function createSeveral(refs: Accessor<readonly SessionRef[]>): Several {
  const { state } = useConsole()
  const sessionFor = (ref: SessionRef) => sessionOf(state.servers[ref.serverId], ref.sessionId)
  const isKnown = (serverId: string) => {
    const server = state.servers[serverId]
    return server ? !isAwaited(server) : state.order.length > 0
  }
  const directoryOf = (ref: SessionRef) => sessionFor(ref)?.directory ?? ''
  createDrafts(refs)
  const { loaded, reload } = createLoads(
    sessionDiff,
    () => refs().map((ref) => ({ ...ref, directory: directoryOf(ref) })),
    () => refs().map((ref) => sessionFor(ref)?.time.updated),
  )
  // Two sessions of one title are told apart.
  const owners = createMemo(() => {
    const titles = refs().map((ref) => titleOfSession(sessionFor(ref) ?? { title: '' }))
    return titles.map((title, at) => (titles.indexOf(title) === at ? title : `${title} (${at + 1})`))
  })
  const changes = createMemo(() =>
    withOverlaps(
      refs().flatMap((ref, at) => {
        const place = { ...ref, directory: directoryOf(ref), source: { kind: 'session' as const } }
        const diffs = loaded[keyOf(ref)]?.diffs ?? []
        return diffs.map((diff) => ({ file: changedFile(diff, place), owner: owners()[at] ?? '' }))
      }),
    ),
  )
  return {
    changes,
    loading: () => refs().some((ref) => loaded[keyOf(ref)] === undefined && directoryOf(ref) !== ''),
    missing: () => refs().filter((ref) => isKnown(ref.serverId) && !sessionFor(ref)),
    problems: () =>
      refs().flatMap((ref, at) => {
        const problem = loaded[keyOf(ref)]?.problem
        return problem ? [{ title: owners()[at] ?? '', problem }] : []
      }),
    reload,
  }
}

/** Comments stand behind what was written in the prompt of their session, which this page may never have shown. */
function createDrafts(refs: Accessor<readonly SessionRef[]>): void {
  const byKey = createMemo(() => new Map(refs().map((ref) => [keyOf(ref), ref])))
  const keepOf = (key: string) => {
    const ref = untrack(() => byKey().get(key))
    if (ref) createKeptDraft(ref, useDraft(ref))
  }
  createMemo(mapArray(() => [...byKey().keys()], keepOf))
}

/** Read once: who looks at several sessions looks at many files, and one of them moves on at a time. */
const blocks = new WeakMap<SnapshotFileDiff, readonly Block[]>()

function blocksIn(diff: SnapshotFileDiff): readonly Block[] {
  const found = blocks.get(diff) ?? blocksOfPatch(parsePatch(diff.patch ?? ''))
  blocks.set(diff, found)
  return found
}

function withOverlaps(files: readonly Omit<OwnedChange, 'shared'>[]): OwnedChange[] {
  const shared = overlapsOf(
    files.map(({ file, owner }) => ({
      path: file.path,
      owner,
      blocks: blocksIn(file.diff),
    })),
  )
  return files.map((one, at): OwnedChange => ({ ...one, shared: shared[at] ?? [] })).toSorted(byPath)
}

const byPath = (a: OwnedChange, b: OwnedChange) =>
  a.file.path === b.file.path ? 0 : a.file.path < b.file.path ? -1 : 1
