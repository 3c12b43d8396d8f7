import ChevronRight from 'lucide-solid/icons/chevron-right'
import EyeOff from 'lucide-solid/icons/eye-off'
import Star from 'lucide-solid/icons/star'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { nameServer } from '../../../frame/entry-text.ts'
import { priceText } from '../../../session/composer/choose/model-options.ts'
import { useConsole } from '../../../store/context.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatCompact } from '../../../ui/format.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { MOST_COMPARED } from './compare.tsx'
import type { Marks } from './create-marks.ts'
import type { ModelRow } from './inventory.ts'
import { abilities, factsOf } from './model-facts.ts'
import { ModelMenu } from './model-menu.tsx'
import { modelUses } from './model-uses.ts'
import styles from './models.module.css'

/** One model: what one chooses by, all facts on demand, and what can be done with it. */
export function ModelRowView(props: {
  row: ModelRow
  index: number
  count: number
  marks: Marks
  context: RowContext | undefined
  chosen: readonly string[]
  onChoose: (isChosen: boolean) => void
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  const name = () => escapeInvisible(props.row.model.name)
  const isChosen = () => props.chosen.includes(props.row.id)
  const isFavourite = () => props.marks.marked().favourites.has(props.row.key)
  const isHidden = () => props.marks.marked().hidden.has(props.row.key)
  return (
    <div
      class={styles.row}
      role="listitem"
      aria-setsize={props.count}
      aria-posinset={props.index + 1}
      data-index={props.index}
      data-hidden={isHidden() ? '' : undefined}
    >
      <input
        type="checkbox"
        class={styles.check}
        data-part="check"
        aria-label={`Compare ${name()}`}
        checked={isChosen()}
        disabled={!isChosen() && props.chosen.length >= MOST_COMPARED}
        onChange={(event) => props.onChoose(event.currentTarget.checked)}
      />
      <Show when={props.marks.hasFavourites(props.row)} fallback={<span />}>
        <IconButton
          name={isFavourite() ? `Unfavourite ${name()}` : `Favourite ${name()}`}
          size="small"
          class={styles.star ?? ''}
          data-part="star"
          aria-pressed={isFavourite()}
          onClick={() => props.marks.setFavourite(props.row, !isFavourite())}
        >
          <Star />
        </IconButton>
      </Show>
      <button
        type="button"
        class={styles.facts}
        data-part="facts"
        aria-expanded={isOpen()}
        onClick={() => setOpen(!isOpen())}
      >
        <Summary row={props.row} context={props.context} isHidden={isHidden()} />
        <ChevronRight class={styles.chevron ?? ''} size={14} aria-hidden="true" />
      </button>
      <ModelMenu row={props.row} marks={props.marks} context={props.context} onWant={props.onWant} />
      <Show when={isOpen()}>
        <Facts row={props.row} />
      </Show>
    </div>
  )
}

function Summary(props: { row: ModelRow; context: RowContext | undefined; isHidden: boolean }): JSX.Element {
  const uses = () => {
    const { context, row } = props
    if (!context || !row.servers.includes(context.place().serverId)) return []
    return modelUses(context.configuration(), undefined).filter(({ model }) => model === row.key)
  }
  const size = () => {
    const { contextLimit } = props.row.model
    return contextLimit > 0 ? `${formatCompact(contextLimit)} context` : ''
  }
  return (
    <>
      <span class={styles.line}>
        <span class={styles.name}>{escapeInvisible(props.row.model.name)}</span>
        <For each={uses()}>{({ title }) => <span class={styles.tag}>{escapeInvisible(title)}</span>}</For>
        <Show when={props.isHidden}>
          <span class={styles.mark}>
            <EyeOff size={12} aria-hidden="true" /> hidden
          </span>
        </Show>
      </span>
      <span class={styles.figures}>
        <span>{size()}</span>
        <span>{priceText(props.row.model)}</span>
      </span>
      <span class={styles.id}>
        <code>{escapeInvisible(props.row.key)}</code> {abilities(props.row.model).join(', ')}
      </span>
    </>
  )
}

function Facts(props: { row: ModelRow }): JSX.Element {
  const { state } = useConsole()
  const servers = () =>
    props.row.servers.map((id) => {
      const info = state.servers[id]?.info
      return info ? nameServer(info) : id
    })
  return (
    <dl class={styles.details}>
      <For each={[...factsOf(props.row.model), { name: 'Servers', text: servers().join(', ') }]}>
        {({ name, text }) => (
          <div>
            <dt>{name}</dt>
            <dd>{escapeInvisible(text)}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
