import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { createEffect, createMemo, createResource, on, type Accessor } from 'solid-js'
import { turnDiff, vcsDiff } from '../../sdk/review.ts'
import { toProblem } from '../../sdk/problem.ts'
import type { Problem } from '../../../shared/api.ts'
import { useConsole } from '../../store/context.ts'
import type { SessionView } from '../session-view.ts'
import { changedFile, inOrder, isSamePlace, type ChangedFile, type ReviewPlace } from './changed-file.ts'
import { settled } from '../../ui/settled.ts'
import { createSource } from './create-source.ts'
import { rootOf } from './repository-root.ts'
import type { Source } from './source.ts'

export interface ChangedFiles {
  source: Accessor<Source>
  files: Accessor<ChangedFile[]>
  loading: Accessor<boolean>
  problem: Accessor<Problem | undefined>
  reload: () => void
}

/** The changed files of a session, by what is chosen to be looked at. The session's own come with its events; others are asked for. */
export function createChangedFiles(view: SessionView): ChangedFiles {
  const { state } = useConsole()
  const source = createSource(view)
  const projects = () => state.servers[view.ref.serverId]?.info.projects ?? []
  const place = createMemo(
    (): ReviewPlace => {
      const directory = view.directory()
      const isOurs = source().kind === 'session' || source().kind === 'turn'
      return { ...view.ref, source: source(), directory: isOurs ? directory : rootOf(directory, projects()) }
    },
    undefined,
    // The list of projects is told anew with every change of the server: the same place is not to be read again for that.
    { equals: (a, b) => a !== undefined && isSamePlace(a, b) },
  )
  const wanted = () => (source().kind === 'session' || place().directory === '' ? undefined : place())
  const [asked, { refetch }] = createResource(wanted, read)
  // What a turn did shows when it is over.
  createEffect(
    on(view.busy, (busy, before) => before && !busy && wanted() && void refetch(), { defer: true }),
  )
  const diffs = (): SnapshotFileDiff[] => {
    if (source().kind === 'session') return view.transcript()?.diffs ?? []
    const answer = settled(asked)
    return answer?.place === place() ? answer.diffs : []
  }
  return {
    source,
    files: createMemo(() => inOrder(diffs().map((diff) => changedFile(diff, place())))),
    loading: () =>
      source().kind === 'session'
        ? view.transcript()?.load.status !== 'ready' && diffs().length === 0
        : asked.loading && diffs().length === 0,
    problem: () => (wanted() && asked.error !== undefined ? toProblem(asked.error) : undefined),
    reload: () => void refetch(),
  }
}

async function read(place: ReviewPlace): Promise<{ place: ReviewPlace; diffs: SnapshotFileDiff[] }> {
  return { place, diffs: await diffsOf(place) }
}

function diffsOf(place: ReviewPlace): Promise<SnapshotFileDiff[]> {
  switch (place.source.kind) {
    case 'turn':
      return turnDiff(place, place.source.messageID)
    case 'tree':
      return vcsDiff(place, 'git')
    case 'branch':
      return vcsDiff(place, 'branch')
    case 'session':
      return Promise.resolve([])
  }
}
