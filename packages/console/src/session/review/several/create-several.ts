import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { createEffect, createMemo, createSignal, mapArray, on, untrack, type Accessor } from 'solid-js'
import { createStore } from 'solid-js/store'
import { parsePatch } from '../../../code/diff/unified-diff.ts'
import { titleOfSession } from '../../../frame/entry-text.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { sessionDiff } from '../../../sdk/review.ts'
import { useConsole } from '../../../store/context.ts'
import { sessionOf, type SessionRef } from '../../../store/types.ts'
import type { Problem } from '../../../../shared/api.ts'
import { useDraft } from '../../composer/draft/drafts.ts'
import { createKeptDraft } from '../../composer/draft/keep-unsent.ts'
import { changedFile, type ChangedFile } from '../changed-file.ts'
import { refKey } from './chosen-sessions.ts'
import { blocksOfPatch, overlapsOf, type SharedBlock } from './overlaps.ts'

interface Loaded {
  diffs: SnapshotFileDiff[]
  problem: Problem | undefined
}

export interface OwnedChange {
  file: ChangedFile
  /** The title of the session that made it. */
  owner: string
  shared: SharedBlock[]
}

export interface Several {
  changes: Accessor<OwnedChange[]>
  loading: Accessor<boolean>
  problems: Accessor<{ title: string; problem: Problem }[]>
  reload: () => void
}

/** The changes of several sessions, file by file, with what they have in common. */
export function createSeveral(refs: Accessor<readonly SessionRef[]>): Several {
  const { state } = useConsole()
  const sessionFor = (ref: SessionRef) => sessionOf(state.servers[ref.serverId], ref.sessionId)
  const directoryOf = (ref: SessionRef) => sessionFor(ref)?.directory ?? ''
  createDrafts(refs)
  const { loaded, reload } = createLoads(
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
        const diffs = loaded[refKey(ref)]?.diffs ?? []
        return diffs.map((diff) => ({ file: changedFile(diff, place), owner: owners()[at] ?? '' }))
      }),
    ),
  )
  return {
    changes,
    loading: () => refs().some((ref) => loaded[refKey(ref)] === undefined && directoryOf(ref) !== ''),
    problems: () =>
      refs().flatMap((ref, at) => {
        const problem = loaded[refKey(ref)]?.problem
        return problem ? [{ title: owners()[at] ?? '', problem }] : []
      }),
    reload,
  }
}

/** Comments stand behind what was written in the prompt of their session, which this page may never have shown. */
function createDrafts(refs: Accessor<readonly SessionRef[]>): void {
  const byKey = createMemo(() => new Map(refs().map((ref) => [refKey(ref), ref])))
  const keepOf = (key: string) => {
    const ref = untrack(() => byKey().get(key))
    if (ref) createKeptDraft(ref, useDraft(ref))
  }
  createMemo(mapArray(() => [...byKey().keys()], keepOf))
}

type Place = SessionRef & { directory: string }

/** Reads what each has changed, and again whenever one of them has moved on. */
function createLoads(places: Accessor<readonly Place[]>, versions: Accessor<unknown[]>) {
  const [loaded, setLoaded] = createStore<Record<string, Loaded>>({})
  const [round, setRound] = createSignal(0)
  const wanted = createMemo(() => JSON.stringify([places(), versions(), round()]))
  createEffect(
    on(wanted, () => {
      for (const place of places()) if (place.directory !== '') void load(place)
    }),
  )
  async function load(place: Place): Promise<void> {
    try {
      setLoaded(refKey(place), { diffs: await sessionDiff(place), problem: undefined })
    } catch (error) {
      setLoaded(refKey(place), { diffs: [], problem: toProblem(error) })
    }
  }
  return { loaded, reload: () => void setRound((count) => count + 1) }
}

function withOverlaps(files: readonly Omit<OwnedChange, 'shared'>[]): OwnedChange[] {
  const shared = overlapsOf(
    files.map(({ file, owner }) => ({
      path: file.path,
      owner,
      blocks: blocksOfPatch(parsePatch(file.diff.patch ?? '')),
    })),
  )
  return files.map((one, at): OwnedChange => ({ ...one, shared: shared[at] ?? [] })).toSorted(byPath)
}

const byPath = (a: OwnedChange, b: OwnedChange) =>
  a.file.path === b.file.path ? 0 : a.file.path < b.file.path ? -1 : 1
