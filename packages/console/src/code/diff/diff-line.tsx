import { createSignal, Show, type JSX } from 'solid-js'
import { formatCount } from '../../ui/format.ts'
import { CodeLine } from '../code-line.tsx'
import { cutLine } from './cut-line.ts'
import styles from './diff-view.module.css'
import type { DiffRow } from './unified-diff.ts'

const SIGNS: Record<DiffRow['kind'], string> = { same: ' ', added: '+', removed: '−' }

/** One line of a diff. `ends`: the file's lines end in different ways, so this one shows how. */
export const DiffLine = (props: { row: DiffRow; ends: boolean }): JSX.Element => {
  const [portions, setPortions] = createSignal(0)
  const cut = () => cutLine(props.row.text, portions())
  return (
    <tr class={styles.row} data-kind={props.row.kind}>
      <td class={styles.number}>{props.row.before}</td>
      <td class={styles.number}>{props.row.after}</td>
      <td class={styles.sign}>{SIGNS[props.row.kind]}</td>
      <td class={styles.code}>
        <CodeLine text={cut().text} />
        <Show when={cut().next > 0}>
          <button type="button" class={styles.more} onClick={() => setPortions((shown) => shown + 1)}>
            {cut().next === cut().left ? 'Show all' : `Show ${formatCount(cut().next)} more`} of{' '}
            {formatCount(props.row.text.length)} characters
          </button>
        </Show>
        <Show when={props.ends && props.row.crlf}>
          <span class={styles.end}> CRLF</span>
        </Show>
        <Show when={props.row.unended}>
          <span class={styles.end}> no newline at the end</span>
        </Show>
      </td>
    </tr>
  )
}
