import { createMemo, For, Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { formatPlural } from '../../ui/format.ts'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { useExpansion } from '../expansion.ts'
import { languageOfFile } from '../language-names.ts'
import type { FileCounts } from './diff-notes.ts'
import styles from './diff-view.module.css'
import { FileDiff } from './file-diff.tsx'
import { countRows, fileNameOf, parsePatch, type FilePatch } from './unified-diff.ts'

/** Rows shown at first, and added with each "more". Here all of them are drawn at once. */
const PORTION = 200

export interface DiffViewProps {
  patch: string
  id: string
  /** What is known beside the patch: a patch without lines is explained with it. */
  counts?: FileCounts | undefined
}

/** A unified diff of one file or several, in portions. A chunk of its own, loaded when first needed. */
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
  const isNamed = (file: FilePatch) => files().length > 1 && fileNameOf(file) !== ''
  return (
    <div class={styles.diff}>
      <For each={files()} fallback={<Nothing />}>
        {(file, index) => (
          <Show when={room(index()) > 0}>
            <Show when={isNamed(file)}>
              <p class={styles.file}>{escapeInvisible(fileNameOf(file))}</p>
            </Show>
            <div class={styles.frame}>
              <FileDiff
                file={file}
                limit={room(index())}
                layout="unified"
                wrap={false}
                language={languageOfFile(fileNameOf(file))}
                counts={files().length === 1 ? props.counts : undefined}
              />
            </div>
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

const Nothing = (): JSX.Element => (
  <p class={styles.note} data-unsearched>
    No lines were added or removed.
  </p>
)
