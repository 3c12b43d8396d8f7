import { createMemo, For, Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { formatPlural } from '../../ui/format.ts'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { useExpansion } from '../expansion.ts'
import { notesOf, type FileCounts } from './diff-notes.ts'
import { DiffLine } from './diff-line.tsx'
import styles from './diff-view.module.css'
import { endsDiffer } from './line-ends.ts'
import { countRows, headOf, parsePatch, type FilePatch, type Hunk } from './unified-diff.ts'

/** Rows shown at first, and added with each "more". */
const PORTION = 400

export interface DiffViewProps {
  patch: string
  id: string
  /** What is known beside the patch: a patch without lines is explained with it. */
  counts?: FileCounts | undefined
}

/** A unified diff of one file or several, as rows with the line numbers of both sides. A chunk of its own, loaded when first needed. */
export default function DiffView(props: DiffViewProps): JSX.Element {
  const expansion = useExpansion()
  const files = createMemo(() => parsePatch(props.patch))
  /** Rows before each file, and at last of all. */
  const offsets = createMemo(() =>
    files().reduce((sums, file) => [...sums, (sums.at(-1) ?? 0) + countRows(file)], [0]),
  )
  const total = () => offsets().at(-1) ?? 0
  const limit = () => expansion.portions(props.id) * PORTION
  const room = (index: number) => limit() - (offsets()[index] ?? 0)
  return (
    <div class={styles.diff}>
      <For each={files()} fallback={<p class={styles.note}>No lines were added or removed.</p>}>
        {(file, index) => (
          <Show when={room(index()) > 0}>
            <FileDiff
              file={file}
              limit={room(index())}
              named={files().length > 1}
              counts={files().length === 1 ? props.counts : undefined}
            />
          </Show>
        )}
      </For>
      <Show when={total() > limit()}>
        <Button size="small" variant="ghost" onClick={() => expansion.showMore(props.id)}>
          Show more: {formatPlural(total() - limit(), 'line')} left
        </Button>
      </Show>
    </div>
  )
}

interface FileDiffProps {
  file: FilePatch
  /** Rows to show. */
  limit: number
  /** One of several: its name stands above it. */
  named: boolean
  counts: FileCounts | undefined
}

const FileDiff = (props: FileDiffProps): JSX.Element => {
  const name = () => escapeInvisible(props.file.after || props.file.before)
  const notes = createMemo(() => notesOf(props.file, props.counts))
  const ends = createMemo(() => endsDiffer(props.file))
  const hunks = createMemo(() => headOf(props.file.hunks, props.limit))
  return (
    <>
      <Show when={props.named && name() !== ''}>
        <p class={styles.file}>{name()}</p>
      </Show>
      <For each={notes()}>{(note) => <p class={styles.note}>{escapeInvisible(note)}</p>}</For>
      <Show when={hunks().length > 0}>
        <div class={styles.scroller} tabIndex={0} role="group" aria-label="Diff">
          <table class={styles.table}>
            <For each={hunks()}>{(hunk) => <HunkRows hunk={hunk} ends={ends()} />}</For>
          </table>
        </div>
      </Show>
    </>
  )
}

const HunkRows = (props: { hunk: Hunk; ends: boolean }): JSX.Element => (
  <tbody>
    <tr class={styles.hunk}>
      <td colSpan={4}>
        Line {props.hunk.after || props.hunk.before} <span>{escapeInvisible(props.hunk.context)}</span>
      </td>
    </tr>
    <For each={props.hunk.rows}>{(row) => <DiffLine row={row} ends={props.ends} />}</For>
  </tbody>
)
