import ChevronRight from 'lucide-solid/icons/chevron-right'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createEffect, createMemo, Show, type Accessor, type JSX } from 'solid-js'
import { DAEMON_ID } from '../../../shared/api.ts'
import { useExpansion } from '../../code/expansion.ts'
import type { LineRange } from '../../code/diff/line-range.ts'
import { createNear } from '../../code/diff/near-blocks.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { PathText } from '../../ui/path-text.tsx'
import { host } from '../../sdk/host.ts'
import { useConsole } from '../../store/context.ts'
import { copyOrReport } from '../../frame/copy-or-report.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { ChangeCount, changedText } from './change-count.tsx'
import { patchHash, type ChangedFile } from './changed-file.ts'
import { createTalk } from './create-talk.tsx'
import { FileLines } from './file-lines.tsx'
import type { Undo } from './undo.ts'
import styles from './file-section.module.css'
import { isViewed, markViewed } from './viewed.ts'

const LINE = 18
const STATUS = { added: 'new', deleted: 'deleted', modified: undefined }

export interface FileSectionProps {
  file: ChangedFile
  /** By which it is known whether it is open. */
  id: string
  /** Whether it is open as long as nobody has touched it. */
  openAtFirst: boolean
  /** The file that somebody wants to see. */
  wanted: Accessor<string | undefined>
  /** Whose changes these are, where there are those of several. */
  owner?: string | undefined
  /** What is to be seen before anything else. */
  warning?: string | undefined
  shared?: ((range: LineRange) => string | undefined) | undefined
  onUndo: ((undo: Undo) => void) | undefined
  /** More that can be done with it. */
  items?: readonly MenuItem[] | undefined
}

/** One changed file: its name, which stays in sight, and its lines. */
export const FileSection = (props: FileSectionProps): JSX.Element => {
  const { state } = useConsole()
  const expansion = useExpansion()
  const hash = createMemo(() => patchHash(props.file))
  const viewed = () => isViewed(props.file.place.sessionId, props.file.path, hash())
  const isOpen = () => expansion.isOpen(props.id, props.openAtFirst && !viewed())
  const talk = createTalk(() => props.file)
  let section: HTMLElement | undefined
  createEffect(() => {
    if (props.wanted() === props.id) section?.scrollIntoView({ block: 'start' })
  })
  const setViewed = (on: boolean) => {
    markViewed(props.file.place.sessionId, props.file.path, on ? hash() : undefined)
    expansion.set(props.id, !on && props.openAtFirst)
  }
  // Of this machine: what another server's files are, nobody here knows.
  const hasEditor = () =>
    state.info?.hasEditor && props.file.place.serverId === DAEMON_ID && props.file.diff.status !== 'deleted'
  const counts = () => props.file.diff
  const label = () => (props.owner ? `${props.file.name} of ${props.owner}` : props.file.name)
  const items = (): MenuItem[] => [
    { id: 'copy', title: 'Copy path', run: () => copyOrReport(props.file.path, 'Couldn’t copy the path') },
    ...(hasEditor() ? [{ id: 'editor', title: 'Open in editor', run: () => openFile(props.file) }] : []),
    ...(props.items ?? []),
    ...(props.onUndo
      ? [
          {
            id: 'undo',
            title: 'Revert file…',
            danger: true,
            separated: true,
            run: () => props.onUndo?.({ file: props.file, hunk: undefined }),
          },
        ]
      : []),
  ]
  return (
    <section ref={(element) => (section = element)} class={styles.file} aria-label={label()}>
      <div class={styles.fileHead}>
        <button
          type="button"
          class={styles.fileName}
          aria-label={props.file.name}
          aria-description={`${counts().status ?? 'modified'}, ${changedText(counts())}`}
          aria-expanded={isOpen()}
          onClick={() => expansion.set(props.id, !isOpen())}
        >
          <ChevronRight size={14} class={styles.chevron ?? ''} aria-hidden="true" />
          <PathText path={props.file.name} code />
          <Show when={STATUS[counts().status ?? 'modified']}>
            {(status) => <span class={styles.status}>{status()}</span>}
          </Show>
          <Show when={props.owner}>{(owner) => <span class={styles.owner}>{owner()}</span>}</Show>
          <Show when={props.warning}>{(warning) => <span class={styles.warning}>{warning()}</span>}</Show>
          {/* A mode, a binary file: what has no lines has none to count. */}
          <Show when={counts().additions + counts().deletions > 0}>
            <span class={styles.total}>
              <ChangeCount additions={counts().additions} deletions={counts().deletions} />
            </span>
          </Show>
        </button>
        <label class={styles.viewed}>
          <input
            type="checkbox"
            checked={viewed()}
            onChange={(event) => setViewed(event.currentTarget.checked)}
          />
          Viewed
        </label>
        <Menu name="File actions" items={items()}>
          <Ellipsis size={16} />
        </Menu>
      </div>
      <Show when={isOpen()}>
        <NearFile rows={counts().additions + counts().deletions}>
          <FileLines
            file={props.file}
            talk={talk}
            shared={props.shared}
            onUndo={props.onUndo && ((patch, hunk) => props.onUndo?.({ file: props.file, hunk, patch }))}
          />
        </NearFile>
      </Show>
    </section>
  )
}

/** Reads the file's patch when it comes near: of hundreds of files few are looked at. */
const NearFile = (props: { rows: number; children: JSX.Element }): JSX.Element => {
  const { ref, isNear } = createNear()
  const wasNear = createMemo((before: boolean) => before || isNear(), false)
  return (
    <Show
      when={wasNear()}
      fallback={<div ref={ref} style={{ height: `${Math.min(props.rows + 8, 10_000) * LINE}px` }} />}
    >
      {props.children}
    </Show>
  )
}

/** Where its first change is. */
function openFile({ diff, path, place }: ChangedFile): void {
  const line = Number(/^@@ -\d+(?:,\d+)? \+(\d+)/m.exec(diff.patch ?? '')?.[1] ?? 1)
  host
    .openInEditor(place.serverId, place.directory, path, line)
    .catch((error: unknown) => reportFailure('Couldn’t open the file', error))
}
