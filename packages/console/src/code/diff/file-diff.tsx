import { createMemo, For, Show, type JSX } from 'solid-js'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { blocksOf, type DiffBlock, type Layout } from './blocks.ts'
import { stretchesOf } from './context.ts'
import { createAround } from './create-around.ts'
import { createPicking } from './create-picking.ts'
import { DiffBar } from './diff-bar.tsx'
import { notesOf, type FileCounts } from './diff-notes.ts'
import type { RowsOfFile } from './diff-row.tsx'
import { DiffRows } from './diff-rows.tsx'
import styles from './file-diff.module.css'
import { keptBlocks } from './kept-blocks.ts'
import { endsDiffer } from './line-ends.ts'
import { codeOf, type LineRange, type Side } from './line-range.ts'
import { headOf, type FilePatch, type Hunk } from './unified-diff.ts'

export interface Talk {
  hasBelow(side: Side, line: number | undefined): boolean
  below(side: Side, line: number): JSX.Element
  /** Lines were chosen to be talked about; `code`: what they say. */
  onPick(range: LineRange, code: string): void
  /** Those that are being talked about. */
  picked(): LineRange | undefined
}

export interface FileDiffProps {
  file: FilePatch
  counts?: FileCounts | undefined
  /** Rows to show. */
  limit?: number | undefined
  layout: Layout
  wrap: boolean
  language: string | undefined
  /** The file's text after the change, for the lines around it. Absent: it cannot be had. */
  whole?: (() => Promise<string | undefined>) | undefined
  talk?: Talk | undefined
  shared?: ((range: LineRange) => string | undefined) | undefined
  onUndo?: ((hunk: Hunk) => void) | undefined
}

/** The diff of one file. In a scroller that tells its blocks whether they are near, only what is has elements, whatever its length. */
export const FileDiff = (props: FileDiffProps): JSX.Element => {
  const around = createAround(
    () => props.file,
    () => props.whole,
  )
  let lines: HTMLDivElement | undefined
  const notes = createMemo(() => notesOf(props.file, props.counts))
  const stretches = createMemo(() =>
    stretchesOf(headOf(props.file.hunks, props.limit ?? Infinity), around.shown(), around.lines()),
  )
  const blocks = createMemo(
    (before: readonly DiffBlock[]) => keptBlocks(before, blocksOf(stretches(), props.layout)),
    [],
  )
  const rows = createMemo(() => stretches().flatMap((one) => (one.kind === 'rows' ? one.rows : [])))
  const wraps = () => props.wrap || props.layout === 'split'
  const picking = createPicking({
    lines: () => lines,
    picked: () => props.talk?.picked(),
    onPick: (range) => props.talk?.onPick(range, codeOf(rows(), range)),
  })
  // What is being said of lines that are not shown any more is not lost with them.
  const strayed = () => {
    const range = props.talk?.picked()
    return range && !rows().some((row) => row[range.side] === range.to) ? range : undefined
  }

  const ends = createMemo(() => endsDiffer(props.file))
  const ofFile: RowsOfFile = {
    layout: () => props.layout,
    language: () => props.language,
    ends,
    hasBelow: (side, line) => props.talk?.hasBelow(side, line) ?? false,
    below: (side, line) => props.talk?.below(side, line),
    isPicked: picking.isPicked,
    shared: (range) => props.shared?.(range),
    pickable: () => props.talk !== undefined,
  }
  return (
    <div class={styles.file} style={{ '--numbers': `${digitsOf(props.file)}ch` }}>
      <For each={notes()}>{(note) => <Note text={note} />}</For>
      <Show when={around.note()}>{(note) => <Note text={note()} />}</Show>
      <Show when={strayed()}>
        {(range) => <div class={styles.strayed}>{props.talk?.below(range().side, range().to)}</div>}
      </Show>
      <Show when={props.file.hunks.length > 0}>
        <div
          class={styles.scroller}
          tabIndex={0}
          role="group"
          aria-label="Diff"
          aria-description={props.talk ? 'Arrow keys choose lines, Enter comments on them' : undefined}
          {...(props.talk ? picking.handlers : {})}
        >
          <div
            ref={(element) => (lines = element)}
            class={styles.lines}
            data-wrap={wraps() ? '' : undefined}
            data-selecting={picking.selecting()}
          >
            <For each={blocks()}>
              {(block) =>
                block.kind === 'rows' ? (
                  <DiffRows block={block} file={ofFile} />
                ) : (
                  <Show when={block.hunk ?? around.canShow()}>
                    <DiffBar
                      block={block}
                      onShow={
                        around.canShow() ? (at, end, count) => void around.show(at, end, count) : undefined
                      }
                      onUndo={props.onUndo}
                    />
                  </Show>
                )
              }
            </For>
          </div>
        </div>
      </Show>
    </div>
  )
}

const Note = (props: { text: string }): JSX.Element => (
  <p class={styles.note} data-unsearched>
    {escapeInvisible(props.text)}
  </p>
)

function digitsOf({ hunks }: FilePatch): number {
  const last = hunks.at(-1)
  const most = last ? Math.max(last.before, last.after) + last.rows.length : 0
  return Math.max(3, String(most).length)
}
