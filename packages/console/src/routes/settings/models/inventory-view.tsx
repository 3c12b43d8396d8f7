import Boxes from 'lucide-solid/icons/boxes'
import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { useConsole } from '../../../store/context.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { formatPlural } from '../../../ui/format.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { Compare, MOST_COMPARED } from './compare.tsx'
import type { Inventory } from './create-inventory.ts'
import type { Marks } from './create-marks.ts'
import { Filters } from './filters.tsx'
import { EVERYTHING, wantedRows, type ModelRow, type Wanted } from './inventory.ts'
import { ModelList } from './model-list.tsx'
import styles from './models.module.css'

/** All models of all servers, and what of them is looked for. */
export function InventoryView(props: {
  inventory: Inventory
  marks: Marks
  context: RowContext | undefined
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const [wanted, setWanted] = createStore<Wanted>({ ...EVERYTHING })
  const [chosen, setChosen] = createSignal<readonly string[]>([])
  const [isComparing, setComparing] = createSignal(false)
  const rows = createMemo(() => wantedRows(props.inventory.rows(), { ...wanted }, props.marks.marked()))
  const compared = () => props.inventory.rows().filter(({ id }) => chosen().includes(id))
  const choose = (row: ModelRow, isChosen: boolean) =>
    setChosen((ids) => [...ids.filter((id) => id !== row.id), ...(isChosen ? [row.id] : [])])
  return (
    <section class={styles.section} role="region" aria-label="Models" aria-busy={props.inventory.isReading()}>
      <Filters inventory={props.inventory} marks={props.marks} wanted={wanted} onChange={setWanted} />
      <div class={styles.count}>
        <span role="status">{formatPlural(rows().length, 'model')}</span>
        <Show when={compared().length > 0}>
          <Button size="small" variant="ghost" onClick={() => setChosen([])}>
            Clear
          </Button>
          <Button size="small" disabled={compared().length < 2} onClick={() => setComparing(true)}>
            Compare {compared().length} of {MOST_COMPARED}
          </Button>
        </Show>
      </div>
      <Show
        when={rows().length > 0}
        fallback={<Nothing inventory={props.inventory} onClear={() => setWanted({ ...EVERYTHING })} />}
      >
        <ModelList
          rows={rows()}
          marks={props.marks}
          context={props.context}
          chosen={compared().map(({ id }) => id)}
          onChoose={choose}
          onWant={props.onWant}
        />
      </Show>
      <Compare rows={compared()} open={isComparing()} onClose={() => setComparing(false)} />
    </section>
  )
}

function Nothing(props: { inventory: Inventory; onClear: () => void }): JSX.Element {
  const { state } = useConsole()
  const isAny = () => props.inventory.rows().length > 0
  const isAwaited = () => props.inventory.isReading() || state.link === 'connecting'
  return (
    <Show
      when={isAny() || !isAwaited()}
      fallback={<Skeleton rows={8} height={56} label="Reading the models" />}
    >
      <Show
        when={isAny()}
        fallback={
          <EmptyState icon={<Boxes />} title="No models" command="kilo auth login">
            Models come from providers. Set one up in a shell:
          </EmptyState>
        }
      >
        <EmptyState
          icon={<Boxes />}
          title="No model is like that"
          actions={<Button onClick={() => props.onClear()}>Clear filters</Button>}
        >
          Nothing fits all that is asked for above.
        </EmptyState>
      </Show>
    </Show>
  )
}
