import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js'
import { createTokens } from '../create-tokens.ts'
import type { TokenLine } from '../tokeniser.ts'
import { rowsOfBlock, type RowsBlock } from './blocks.ts'
import { DiffCode } from './diff-code.tsx'
import { OneColumn, TwoColumns, type RowsOfFile } from './diff-row.tsx'
import type { Side } from './line-range.ts'
import { createNear } from './near-blocks.ts'
import type { DiffRow } from './unified-diff.ts'
import { marksOf } from './word-marks.ts'

/** CSS pixels of a line that is not broken. */
const LINE = 18

/** Some rows of a diff. Out of sight they are a space of their height. */
export const DiffRows = (props: { block: RowsBlock; file: RowsOfFile }): JSX.Element => {
  const { ref, isNear } = createNear()
  let element: HTMLDivElement | undefined
  /** As it was when it was last in sight. */
  let height = 0
  const far = createMemo((before: number | undefined) => {
    if (isNear()) return undefined
    height = element && before === undefined && element.offsetHeight > 0 ? element.offsetHeight : height
    return height || props.block.rows.length * LINE
  })
  return (
    <div
      ref={(made) => {
        element = made
        ref(made)
      }}
      style={{ height: far() === undefined ? undefined : `${far()}px` }}
    >
      <Show when={isNear()}>
        <NearRows block={props.block} file={props.file} />
      </Show>
    </div>
  )
}

const NearRows = (props: { block: RowsBlock; file: RowsOfFile }): JSX.Element => {
  const rows = createMemo(() => rowsOfBlock(props.block))
  const tokensOf = createSideTokens(rows, props.file.language)
  const marks = createMemo(() => marksOf(props.block.of))
  const cell = (row: DiffRow, side: Side) => (
    <DiffCode row={row} tokens={tokensOf(row, side)} marks={marks()(row)} ends={props.file.ends()} />
  )
  return (
    <For each={props.block.rows}>
      {(row) => (
        <Show
          when={props.file.layout() === 'split'}
          fallback={<OneColumn row={row.before ?? row.after} file={props.file} cell={cell} />}
        >
          <TwoColumns row={row} file={props.file} cell={cell} />
        </Show>
      )}
    </For>
  )
}

/** Each side is a text of its own: only so can its parts be told apart. */
function createSideTokens(rows: Accessor<DiffRow[]>, language: Accessor<string | undefined>) {
  const sideRows = (side: Side) => rows().filter((row) => row[side] !== undefined)
  const side = (name: Side, wanted: () => boolean) => {
    const own = createMemo(() => sideRows(name))
    const at = createMemo(() => new Map(own().map((row, index) => [row, index])))
    const tokens = createTokens(() => ({
      text: wanted()
        ? own()
            .map(({ text }) => text)
            .join('\n')
        : '',
      language: language(),
    }))
    return (row: DiffRow): TokenLine | undefined => tokens()?.[at().get(row) ?? -1]
  }
  const after = side('after', () => true)
  const before = side('before', () => rows().some(({ kind }) => kind === 'removed'))
  return (row: DiffRow, name: Side) =>
    name === 'before' && row.kind === 'removed' ? before(row) : after(row)
}
