import { createSignal, For, Show, type JSX } from 'solid-js'
import { formatCount } from '../../ui/format.ts'
import { CodeLine } from '../code-line.tsx'
import type { TokenLine } from '../tokeniser.ts'
import { cutLine } from './cut-line.ts'
import styles from './file-diff.module.css'
import { linePieces } from './line-pieces.ts'
import type { DiffRow } from './unified-diff.ts'
import type { Range } from './word-marks.ts'

export interface DiffCodeProps {
  row: DiffRow
  tokens: TokenLine | undefined
  marks: readonly Range[]
  /** The file's lines end in different ways, so this one shows how. */
  ends: boolean
}

/** The text of a line: with its colours, with the words that changed, and as far as it can be looked at. */
export const DiffCode = (props: DiffCodeProps): JSX.Element => {
  const [portions, setPortions] = createSignal(0)
  const cut = () => cutLine(props.row.text, portions())
  const pieces = () => linePieces(cut().text, props.tokens, props.marks)
  return (
    <>
      <For each={pieces()}>
        {(piece) => (
          <Show when={piece.kind ?? piece.marked} fallback={<CodeLine text={piece.text} />}>
            <span data-token={piece.kind} class={piece.marked ? styles.marked : undefined}>
              <CodeLine text={piece.text} />
            </span>
          </Show>
        )}
      </For>
      <Show when={cut().next > 0}>
        <button
          type="button"
          class={styles.more}
          data-unsearched
          onClick={() => setPortions((shown) => shown + 1)}
        >
          {cut().next === cut().left ? 'Show all' : `Show ${formatCount(cut().next)} more`} of{' '}
          {formatCount(props.row.text.length)} characters
        </button>
      </Show>
      <Show when={props.ends && props.row.crlf}>
        <Remark words="CRLF" />
      </Show>
      <Show when={props.row.unended}>
        <Remark words="no newline at the end" />
      </Show>
    </>
  )
}

/** How a line ends: no part of its text. */
const Remark = (props: { words: string }): JSX.Element => (
  <span class={styles.end} data-unsearched>
    {' '}
    {props.words}
  </span>
)
