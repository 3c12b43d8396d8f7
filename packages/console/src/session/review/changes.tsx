import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { DAEMON_ID } from '../../../shared/api.ts'
import { useExpansion } from '../../code/expansion.ts'
import { useConsole } from '../../store/context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useSession } from '../session-view.ts'
import { patchHash, type ChangedFile } from './changed-file.ts'
import { ChangesBar } from './changes-bar.tsx'
import { CommitDialog } from './commit-dialog.tsx'
import { createChangedFiles } from './create-changed-files.ts'
import { FileList } from './file-list.tsx'
import { FileSection } from './file-section.tsx'
import { FileTree } from './file-tree-view.tsx'
import { rootOf } from './repository-root.ts'
import { reviewIsFull, treeIsShown } from './review-state.ts'
import type { Undo } from './undo.ts'
import { UndoDialog } from './undo-dialog.tsx'
import panel from './panel.module.css'
import styles from './changes.module.css'
import { isViewed } from './viewed.ts'

/** Of a longer change the lines are shown when somebody asks for them. */
const MOST_AT_FIRST = 2000

const NOTHING = {
  session: 'No changes yet. Files that Kilo changes appear here with their diffs.',
  turn: 'This turn changed no files.',
  tree: 'Nothing to commit: the working tree is as it was committed.',
  branch: 'This branch adds nothing to the one that it came from.',
}

const opensAtFirst = ({ diff }: ChangedFile) =>
  reviewIsFull() && diff.additions + diff.deletions <= MOST_AT_FIRST

/** The files that changed, as a tree and one below the other with their lines. A chunk of its own. */
export default function Changes(): JSX.Element {
  const view = useSession()
  const { state } = useConsole()
  const expansion = useExpansion()
  const changed = createChangedFiles(view)
  const [wanted, setWanted] = createSignal<string>()
  const [current, setCurrent] = createSignal<string>()
  const [committing, setCommitting] = createSignal(false)
  const [undo, setUndo] = createSignal<Undo>()
  const byPath = createMemo(() => new Map(changed.files().map((file) => [file.path, file])))
  const paths = createMemo(() => [...byPath().keys()])
  const id = (file: ChangedFile) => `change ${file.place.source.kind} ${file.path}`
  const pick = (file: ChangedFile) => {
    setCurrent(file.path)
    expansion.set(id(file), true)
    setWanted()
    setWanted(id(file))
  }
  // Git runs on this machine, in the managed daemon's repositories.
  const canCommit = () =>
    changed.source().kind === 'tree' && view.ref.serverId === DAEMON_ID && changed.files().length > 0
  const root = () => rootOf(view.directory(), state.servers[view.ref.serverId]?.info.projects ?? [])
  return (
    <section class={styles.changes} role="region" aria-label="Changes">
      <ChangesBar
        changed={changed}
        ids={changed.files().map(id)}
        onCommit={canCommit() ? () => setCommitting(true) : undefined}
        someOpen={changed.files().some((file) => expansion.isOpen(id(file), opensAtFirst(file)))}
      />
      {/* The engine lists what was taken back, until it is restored or the next prompt comes. */}
      <Show when={view.reverted() && changed.source().kind === 'session' && paths().length > 0}>
        <p class={panel.nothing}>Reverted along with the messages:</p>
      </Show>
      <Show when={changed.problem()}>
        {(problem) => (
          <div class={panel.nothing}>
            <Notice tone="error" title={problem().message} hint={problem().hint} onRetry={changed.reload} />
          </div>
        )}
      </Show>
      <div class={styles.body}>
        <Show when={treeIsShown() && paths().length > 0}>
          <div class={styles.side}>
            <FileTree
              files={changed.files()}
              current={current()}
              isViewed={(file) => isViewed(file.place.sessionId, file.path, patchHash(file))}
              onPick={pick}
            />
          </div>
        </Show>
        <FileList>
          <For
            each={paths()}
            fallback={
              <Show when={!changed.problem()}>
                <Show
                  when={changed.loading()}
                  fallback={<EmptyState title="No changes">{NOTHING[changed.source().kind]}</EmptyState>}
                >
                  <Skeleton rows={3} height={28} label="Loading the changes" />
                </Show>
              </Show>
            }
          >
            {(path) => (
              <Show when={byPath().get(path)}>
                {(file) => (
                  <FileSection
                    file={file()}
                    id={id(file())}
                    openAtFirst={opensAtFirst(file())}
                    wanted={wanted}
                    onUndo={view.busy() ? undefined : setUndo}
                  />
                )}
              </Show>
            )}
          </For>
        </FileList>
      </div>
      <CommitDialog
        open={committing()}
        files={changed.files()}
        onClose={() => setCommitting(false)}
        onDone={changed.reload}
      />
      <UndoDialog undo={undo()} root={root()} onClose={() => setUndo()} onDone={changed.reload} />
    </section>
  )
}
