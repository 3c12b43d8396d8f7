import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { useExpansion } from '../../../code/expansion.ts'
import type { SessionRef } from '../../../store/types.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { formatPlural } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { patchHash, type ChangedFile } from '../changed-file.ts'
import { FileList } from '../file-list.tsx'
import { FileSection } from '../file-section.tsx'
import { FileTree } from '../file-tree-view.tsx'
import { LayoutControls } from '../layout-controls.tsx'
import frame from '../changes.module.css'
import panel from '../panel.module.css'
import styles from './several.module.css'
import { treeIsShown } from '../review-state.ts'
import { isViewed } from '../viewed.ts'
import { keyOf } from '../../../store/session-key.ts'
import { createSeveral, type OwnedChange } from './create-several.ts'
import { sharedLine } from './overlaps.ts'
import { SessionChoice } from './session-choice.tsx'

/** Of a longer change the lines are shown when somebody asks for them. */
const MOST_AT_FIRST = 1000

const idOf = ({ file }: OwnedChange) => `several ${keyOf(file.place)} ${file.path}`
const meetingOf = ({ shared }: OwnedChange) => [...new Set(shared.flatMap(({ others }) => others))]

/** What several sessions changed, as one: file by file, and where two of them touched the same lines. */
export const Several = (props: {
  refs: readonly SessionRef[]
  onChoose: (refs: readonly SessionRef[]) => void
}): JSX.Element => {
  const expansion = useExpansion()
  const several = createSeveral(() => props.refs)
  const [wanted, setWanted] = createSignal<string>()
  const [current, setCurrent] = createSignal<string>()
  const byId = createMemo(() => new Map(several.changes().map((change) => [idOf(change), change])))
  const paths = createMemo(() => [
    ...new Map(several.changes().map(({ file }) => [file.path, file])).values(),
  ])
  const meeting = createMemo(() => several.changes().filter(({ shared }) => shared.length > 0))
  const meetingPaths = createMemo(() => new Set(meeting().map(({ file }) => file.path)))
  const pick = ({ path }: ChangedFile) => {
    const first = several.changes().find(({ file }) => file.path === path)
    if (!first) return
    setCurrent(path)
    for (const change of several.changes()) if (change.file.path === path) expansion.set(idOf(change), true)
    setWanted()
    setWanted(idOf(first))
  }
  return (
    <div class={styles.several}>
      <div class={frame.bar}>
        <h1 class={panel.heading}>Review</h1>
        <SessionChoice refs={props.refs} onChoose={props.onChoose} />
        <Show when={props.refs.length > 1 && !several.loading()}>
          <span class={styles.meeting} role="note" data-some={meeting().length > 0 ? '' : undefined}>
            {meeting().length > 0
              ? `${formatPlural(meetingPaths().size, 'file')} with overlapping changes`
              : 'No overlapping changes'}
          </span>
        </Show>
        <span class={frame.gap} />
        <LayoutControls />
      </div>
      <Show when={several.missing().length > 0}>
        <div class={panel.nothing}>
          <Notice
            tone="warning"
            title={`${formatPlural(several.missing().length, 'chosen session')} can’t be shown`}
            hint="Deleted, archived, too old to be in the list, or of a server that is stopped."
            actions={
              <Button
                size="small"
                onClick={() => props.onChoose(props.refs.filter((ref) => !several.missing().includes(ref)))}
              >
                Leave out
              </Button>
            }
          />
        </div>
      </Show>
      <For each={several.problems()}>
        {({ title, problem }) => (
          <div class={panel.nothing}>
            <Notice tone="error" title={`${title}: ${problem.message}`} onRetry={several.reload} />
          </div>
        )}
      </For>
      <section class={frame.changes} role="region" aria-label="Changes">
        <div class={frame.body}>
          <Show when={treeIsShown() && paths().length > 0}>
            <div class={frame.side}>
              <FileTree
                files={paths()}
                current={current()}
                isViewed={(file) => isViewed(file.place.sessionId, file.path, patchHash(file))}
                badge={({ path }) => (meetingPaths().has(path) ? 'overlapping changes' : undefined)}
                onPick={pick}
              />
            </div>
          </Show>
          <FileList>
            <For
              each={[...byId().keys()]}
              fallback={<Nothing chosen={props.refs.length} loading={several.loading()} />}
            >
              {(id) => (
                <Show when={byId().get(id)}>
                  {(change) => (
                    <FileSection
                      file={change().file}
                      id={id}
                      openAtFirst={
                        change().file.diff.additions + change().file.diff.deletions <= MOST_AT_FIRST
                      }
                      wanted={wanted}
                      owner={change().owner}
                      warning={
                        change().shared.length > 0
                          ? `Overlaps with ${meetingOf(change()).join(', ')}`
                          : undefined
                      }
                      shared={(range) => sharedLine(change().shared, range)}
                      onUndo={undefined}
                    />
                  )}
                </Show>
              )}
            </For>
          </FileList>
        </div>
      </section>
    </div>
  )
}

const Nothing = (props: { chosen: number; loading: boolean }): JSX.Element => (
  <Show when={!props.loading} fallback={<Skeleton rows={5} height={32} label="Loading the changes" />}>
    <EmptyState title={props.chosen === 0 ? 'Choose sessions to review' : 'No changes'}>
      {props.chosen === 0
        ? 'Their changes are shown as one, and lines that more than one of them changed are marked.'
        : 'These sessions have changed no files.'}
    </EmptyState>
  </Show>
)
