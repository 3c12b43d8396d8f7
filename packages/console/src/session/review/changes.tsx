import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, For, Show, Suspense, type JSX } from 'solid-js'
import { PathText } from '../../ui/path-text.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { useSession } from '../session-view.ts'
import { useExpansion } from '../../code/expansion.ts'
import { ChangeCount } from './change-count.tsx'
import { ChangedLines } from './changed-lines.tsx'
import { unquoted } from '../../code/diff/git-name.ts'
import styles from './review.module.css'

/** Events tell names as git quotes them, the list does not; no name may pass for another. */
const nameOf = ({ file }: SnapshotFileDiff) =>
  escapeInvisible(unquoted(file ?? 'unnamed file'))
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')

/** The files that the session changed, each opened for its diff. */
export const Changes = (): JSX.Element => {
  const view = useSession()
  const diffs = () => view.transcript()?.diffs ?? []
  const byName = createMemo(() => new Map(diffs().map((diff) => [nameOf(diff), diff])))
  const names = createMemo(() => [...byName().keys()])
  const total = () => ({
    additions: diffs().reduce((sum, diff) => sum + diff.additions, 0),
    deletions: diffs().reduce((sum, diff) => sum + diff.deletions, 0),
  })
  const isLoading = () => view.transcript()?.load.status !== 'ready' && diffs().length === 0
  return (
    <section class={styles.panel} role="region" aria-label="Changes">
      <h2 class={styles.heading}>
        Changes
        <Show when={diffs().length > 0}>
          <span class={styles.count}>{diffs().length}</span>
          <span class={styles.total}>
            <ChangeCount {...total()} />
          </span>
        </Show>
      </h2>
      {/* The engine lists what was taken back, until it is restored or the next prompt comes. */}
      <Show when={view.reverted() && diffs().length > 0}>
        <p class={styles.nothing}>Reverted along with the messages:</p>
      </Show>
      <For
        each={names()}
        fallback={
          <Show
            when={isLoading()}
            fallback={
              <p class={styles.nothing}>
                No changes yet. Files that Kilo changes appear here with their diffs.
              </p>
            }
          >
            <Skeleton rows={3} height={28} label="Loading the changes" />
          </Show>
        }
      >
        {(name) => (
          <Show when={byName().get(name)}>{(diff) => <FileChange name={name} diff={diff()} />}</Show>
        )}
      </For>
    </section>
  )
}

const FileChange = (props: { name: string; diff: SnapshotFileDiff }): JSX.Element => {
  const expansion = useExpansion()
  const id = () => `change ${props.name}`
  const isOpen = () => expansion.isOpen(id())
  return (
    <div class={styles.file}>
      <button
        type="button"
        class={styles.fileName}
        aria-label={props.name}
        aria-description={`${props.diff.status ?? 'modified'}, ${props.diff.additions} lines added, ${props.diff.deletions} removed`}
        aria-expanded={isOpen()}
        onClick={() => expansion.set(id(), !isOpen())}
      >
        <ChevronRight size={14} class={styles.chevron ?? ''} aria-hidden="true" />
        <PathText path={props.name} code />
        <Show when={props.diff.status && props.diff.status !== 'modified'}>
          <span class={styles.status}>{props.diff.status === 'added' ? 'new' : 'deleted'}</span>
        </Show>
        {/* A mode, a binary file: what has no lines has none to count. */}
        <Show when={props.diff.additions + props.diff.deletions > 0}>
          <span class={styles.total}>
            <ChangeCount additions={props.diff.additions} deletions={props.diff.deletions} />
          </span>
        </Show>
      </button>
      <Show when={isOpen()}>
        <Suspense fallback={<Skeleton rows={4} height={18} label="Loading changes" />}>
          <ChangedLines diff={props.diff} id={id()} />
        </Suspense>
      </Show>
    </div>
  )
}
