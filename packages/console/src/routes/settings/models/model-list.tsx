import { createSignal, Show, type JSX } from 'solid-js'
import { Virtualizer, type VirtualizerHandle } from 'virtua/solid'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import type { Marks } from './create-marks.ts'
import type { ModelRow } from './inventory.ts'
import { ModelRowView } from './model-row.tsx'
import styles from './models.module.css'

interface ModelListProps {
  rows: readonly ModelRow[]
  marks: Marks
  context: RowContext | undefined
  /** Ids of those that are to be compared. */
  chosen: readonly string[]
  onChoose: (row: ModelRow, isChosen: boolean) => void
  onWant: (change: WantedChange) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** Those in sight alone: there may be thousands. Arrows go from row to row. */
export function ModelList(props: ModelListProps): JSX.Element {
  const [scroller, setScroller] = createSignal<HTMLElement>()
  let list: VirtualizerHandle | undefined
  const attach = (element: HTMLElement) => setScroller(element)
  const press = (event: KeyboardEvent) => {
    const { target, currentTarget } = event
    if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return
    const row = target.closest<HTMLElement>('[data-index]')
    const step = STEPS[event.key]
    if (!row || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const wanted = Number(row.dataset['index']) + step
    const index = Math.min(Math.max(wanted, 0), props.rows.length - 1)
    const part = target.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? 'facts'
    list?.scrollToIndex(index, { align: 'nearest' })
    // It is drawn when it has come into sight.
    requestAnimationFrame(() =>
      currentTarget.querySelector<HTMLElement>(`[data-index="${index}"] [data-part="${part}"]`)?.focus(),
    )
  }
  return (
    <div ref={attach} class={styles.rows} role="list" aria-label="Models" tabIndex={-1} onKeyDown={press}>
      <Show when={scroller()}>
        {(element) => (
          <Virtualizer
            ref={(handle) => (list = handle)}
            data={props.rows}
            scrollRef={element()}
            itemSize={57}
          >
            {(row, index) => (
              <ModelRowView
                row={row}
                index={index()}
                count={props.rows.length}
                marks={props.marks}
                context={props.context}
                chosen={props.chosen}
                onChoose={(isChosen) => props.onChoose(row, isChosen)}
                onWant={props.onWant}
              />
            )}
          </Virtualizer>
        )}
      </Show>
    </div>
  )
}
