import { Show, type Accessor, type JSX } from 'solid-js'
import type { Layout } from './blocks.ts'
import styles from './file-diff.module.css'
import { sideOf, type LineRange, type Side } from './line-range.ts'
import type { SplitRow } from './split-rows.ts'
import type { DiffRow } from './unified-diff.ts'

const SIGNS: Record<DiffRow['kind'], string> = { same: ' ', added: '+', removed: '−' }

/** What is the same for all rows of a file. */
export interface RowsOfFile {
  layout: Accessor<Layout>
  language: Accessor<string | undefined>
  ends: Accessor<boolean>
  /** Whether something stands below a line, and what. */
  hasBelow(side: Side, line: number | undefined): boolean
  below(side: Side, line: number): JSX.Element
  isPicked(side: Side, line: number | undefined): boolean
  /** Who else changed this line; undefined: nobody. */
  shared(range: LineRange): string | undefined
  /** Whether lines can be commented on. */
  pickable: Accessor<boolean>
}

interface RowProps {
  file: RowsOfFile
  cell: (row: DiffRow, side: Side) => JSX.Element
}

/** The number of a line; pressed, or pulled over several, it is what a comment is about. */
const LineNumber = (props: { row: DiffRow; side: Side; named: boolean; file: RowsOfFile }): JSX.Element => (
  <Show
    when={props.named && props.file.pickable()}
    fallback={
      <span class={styles.number} data-unsearched>
        {props.row[props.side]}
      </span>
    }
  >
    <button
      type="button"
      class={styles.number}
      tabIndex={-1}
      data-unsearched
      data-side={props.side}
      data-line={props.row[props.side]}
      aria-label={`Comment on line ${props.row[props.side]}`}
    >
      {props.row[props.side]}
    </button>
  </Show>
)

const Sign = (props: { kind: DiffRow['kind'] }): JSX.Element => (
  <span class={styles.sign} data-unsearched>
    {SIGNS[props.kind]}
  </span>
)

const Below = (props: { side: Side; line: number | undefined; file: RowsOfFile }): JSX.Element => (
  <Show when={props.file.hasBelow(props.side, props.line)}>
    <div class={styles.below}>{props.file.below(props.side, props.line ?? 0)}</div>
  </Show>
)

/** A row of one column. */
export const OneColumn = (props: RowProps & { row: DiffRow | undefined }): JSX.Element => (
  <Show when={props.row} keyed>
    {(row) => {
      const side = sideOf(row)
      const line = row[side] ?? 0
      const shared = () =>
        row.kind === 'same' ? undefined : props.file.shared({ side, from: line, to: line })
      return (
        <>
          <div
            class={styles.row}
            data-row={line}
            data-row-side={side}
            data-kind={row.kind}
            data-picked={props.file.isPicked(side, line) ? '' : undefined}
            data-shared={shared() ? '' : undefined}
            title={shared()}
          >
            <LineNumber row={row} side="before" named={side === 'before'} file={props.file} />
            <LineNumber row={row} side="after" named={side === 'after'} file={props.file} />
            <Sign kind={row.kind} />
            <span class={styles.code}>{props.cell(row, side)}</span>
          </div>
          <Below side={side} line={line} file={props.file} />
          <Show when={row.kind === 'same'}>
            <Below side="before" line={row.before} file={props.file} />
          </Show>
        </>
      )
    }}
  </Show>
)

/** A row of two columns, with what stood there before on the left. */
export const TwoColumns = (props: RowProps & { row: SplitRow }): JSX.Element => (
  <>
    <div
      class={styles.pair}
      data-row={props.row.after?.after ?? props.row.before?.before}
      data-row-side={props.row.after ? 'after' : 'before'}
    >
      <Half file={props.file} cell={props.cell} row={props.row.before} side="before" />
      <Half file={props.file} cell={props.cell} row={props.row.after} side="after" />
    </div>
    <Below side="before" line={props.row.before?.before} file={props.file} />
    <Below side="after" line={props.row.after?.after} file={props.file} />
  </>
)

const Half = (props: RowProps & { row: DiffRow | undefined; side: Side }): JSX.Element => (
  <Show when={props.row} keyed fallback={<div class={styles.nobody} />}>
    {(row) => {
      const line = row[props.side] ?? 0
      const shared = () =>
        row.kind === 'same' ? undefined : props.file.shared({ side: props.side, from: line, to: line })
      return (
        <div
          class={styles.half}
          data-half={props.side}
          data-kind={row.kind}
          data-picked={props.file.isPicked(props.side, line) ? '' : undefined}
          data-shared={shared() ? '' : undefined}
          title={shared()}
        >
          <LineNumber row={row} side={props.side} named file={props.file} />
          <Sign kind={row.kind} />
          <span class={styles.code}>{props.cell(row, props.side)}</span>
        </div>
      )
    }}
  </Show>
)
