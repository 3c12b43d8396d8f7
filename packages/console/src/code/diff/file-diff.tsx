import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { blocksOf, type Layout } from './blocks.ts'
import { gapsOf, linesOf, stretchesOf, type Shown } from './context.ts'
import { createPicking } from './create-picking.ts'
import { DiffBar } from './diff-bar.tsx'
import { notesOf, type FileCounts } from './diff-notes.ts'
import type { RowsOfFile } from './diff-row.tsx'
import { DiffRows } from './diff-rows.tsx'
import styles from './file-diff.module.css'
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
  const [shown, setShown] = createSignal<Shown>({})
  const [whole, setWhole] = createSignal<readonly string[]>()
  const [refused, setRefused] = createSignal(false)
  let lines: HTMLDivElement | undefined
  const notes = createMemo(() => notesOf(props.file, props.counts))
  const stretches = createMemo(() =>
    stretchesOf(headOf(props.file.hunks, props.limit ?? Infinity), shown(), whole()),
  )
  const blocks = createMemo(() => blocksOf(stretches(), props.layout))
  const rows = createMemo(() => stretches().flatMap((one) => (one.kind === 'rows' ? one.rows : [])))
  const wraps = () => props.wrap || props.layout === 'split'
  const picking = createPicking({
    lines: () => lines,
    picked: () => props.talk?.picked(),
    onPick: (range) => props.talk?.onPick(range, codeOf(rows(), range)),
  })

  const show = async (at: number, end: 'top' | 'bottom', count: number) => {
    if (!whole()) {
      const text = await props.whole?.().catch(() => undefined)
      if (text === undefined || !fits(props.file, linesOf(text))) return void setRefused(true)
      setWhole(linesOf(text))
    }
    setShown((before) => {
      const { top = 0, bottom = 0 } = before[at] ?? {}
      const grown = end === 'top' ? { top: top + count, bottom } : { top, bottom: bottom + count }
      return { ...before, [at]: grown }
    })
  }
  // Of a new or a deleted file there is nothing but what changed.
  const hasMore = () =>
    props.whole && !refused() && props.file.change !== 'added' && props.file.change !== 'deleted'

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
      <For each={notes()}>{(note) => <p class={styles.note}>{escapeInvisible(note)}</p>}</For>
      <Show when={refused()}>
        <p class={styles.note}>The lines around are not those of this change any more.</p>
      </Show>
      <Show when={props.file.hunks.length > 0}>
        <div
          class={styles.scroller}
          tabIndex={0}
          role="group"
          aria-label="Diff"
          aria-description={props.talk ? 'Arrow keys choose lines, Enter comments on them' : undefined}
          {...picking.handlers}
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
                  <Show when={block.hunk ?? hasMore()}>
                    <DiffBar
                      block={block}
                      onShow={hasMore() ? (at, end, count) => void show(at, end, count) : undefined}
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

/** Whether the text is the one that the diff leads to: the file may have moved on since. */
function fits({ hunks }: FilePatch, lines: readonly string[]): boolean {
  const isSame = ({ after, text, crlf }: Hunk['rows'][number]) =>
    after === undefined || lines[after - 1] === `${text}${crlf ? '\r' : ''}`
  return (
    hunks.every((hunk) => hunk.rows.every(isSame)) &&
    gapsOf(hunks, lines.length).every(({ lines = 0 }) => lines >= 0)
  )
}

function digitsOf({ hunks }: FilePatch): number {
  const last = hunks.at(-1)
  const most = last ? Math.max(last.before, last.after) + last.rows.length : 0
  return Math.max(3, String(most).length)
}
