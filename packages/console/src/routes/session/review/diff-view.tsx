import { createMemo, For, Match, Show, Switch, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { formatPlural } from '../../../ui/format.ts'
import { useSession } from '../session-view.ts'
import styles from './diff-view.module.css'
import { headOf, parseDiff, type DiffRow, type Hunk } from './unified-diff.ts'

/** Rows shown at first, and added with each "more". */
const PORTION = 400

const SIGNS: Record<DiffRow['kind'], string> = { same: ' ', added: '+', removed: '−' }

/** A unified diff of one file or several, as rows with the line numbers of both sides. A chunk of its own, loaded when first needed. */
export default function DiffView(props: { patch: string; id: string }): JSX.Element {
  const { folds } = useSession()
  const diff = createMemo(() => parseDiff(props.patch))
  const total = createMemo(() => diff().hunks.reduce((rows, hunk) => rows + hunk.rows.length, 0))
  const limit = () => folds.portions(props.id) * PORTION
  const isOfSeveral = () => new Set(diff().hunks.map((hunk) => hunk.file)).size > 1
  const hunks = createMemo(() => (total() > limit() ? headOf(diff().hunks, limit()) : diff().hunks))
  return (
    <Switch
      fallback={
        <>
          <div class={styles.scroller} tabIndex={0} role="group" aria-label="Diff">
            <table class={styles.table}>
              <For each={hunks()}>{(hunk) => <HunkRows hunk={hunk} named={isOfSeveral()} />}</For>
            </table>
          </div>
          <Show when={total() > limit()}>
            <Button size="small" variant="ghost" onClick={() => folds.showMore(props.id)}>
              Show more: {formatPlural(total() - limit(), 'line')} left
            </Button>
          </Show>
        </>
      }
    >
      <Match when={diff().binary}>
        <p class={styles.note}>A binary file: there are no lines to show.</p>
      </Match>
      <Match when={total() === 0 && props.patch.trim() === ''}>
        <p class={styles.note}>No lines changed.</p>
      </Match>
      <Match when={total() === 0}>
        <p class={styles.note}>{EMPTY[diff().change]}</p>
      </Match>
    </Switch>
  )
}

const EMPTY = {
  added: 'A new, empty file.',
  deleted: 'An empty file was deleted.',
  renamed: 'Renamed; its lines are the same.',
  modified: 'No lines changed: its mode did.',
}

const HunkRows = (props: { hunk: Hunk; named: boolean }): JSX.Element => (
  <tbody>
    <tr class={styles.hunk}>
      <td colSpan={4}>
        <Show when={props.named}>
          <span class={styles.file}>{props.hunk.file}</span>{' '}
        </Show>
        Line {props.hunk.after || props.hunk.before} <span>{props.hunk.context}</span>
      </td>
    </tr>
    <For each={props.hunk.rows}>
      {(row) => (
        <tr class={styles.row} data-kind={row.kind}>
          <td class={styles.number}>{row.before}</td>
          <td class={styles.number}>{row.after}</td>
          <td class={styles.sign}>{SIGNS[row.kind]}</td>
          <td class={styles.code}>
            {row.text}
            <Show when={row.unended}>
              <span class={styles.unended}> no newline at the end</span>
            </Show>
          </td>
        </tr>
      )}
    </For>
  </tbody>
)
