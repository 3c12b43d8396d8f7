import { createMemo, For, Show, type JSX } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { nameServer } from '../../../frame/entry-text.ts'
import { useConsole } from '../../../store/context.ts'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { Inventory } from './create-inventory.ts'
import type { Marks } from './create-marks.ts'
import { providersOf, type Order, type Wanted } from './inventory.ts'
import styles from './models.module.css'

const ORDERS: readonly { value: Order; title: string }[] = [
  { value: 'provider', title: 'By provider' },
  { value: 'context', title: 'Largest context first' },
  { value: 'price', title: 'Cheapest first' },
]

type Flag = { [Name in keyof Wanted]: Wanted[Name] extends boolean ? Name : never }[keyof Wanted]

const FLAGS: readonly { name: Flag; title: string }[] = [
  { name: 'isFavourite', title: 'Favourites' },
  { name: 'isFree', title: 'Free' },
  { name: 'reasons', title: 'Reasoning' },
  { name: 'seesImages', title: 'Images' },
]

/** What is looked for among the models. */
export function Filters(props: {
  inventory: Inventory
  marks: Marks
  wanted: Wanted
  onChange: SetStoreFunction<Wanted>
}): JSX.Element {
  const { state } = useConsole()
  const providers = createMemo(() => providersOf(props.inventory.rows()))
  const servers = createMemo(() =>
    props.inventory.sources().flatMap(({ serverId }) => state.servers[serverId]?.info ?? []),
  )
  const hidden = createMemo(() => {
    const { hidden } = props.marks.marked()
    return props.inventory.rows().filter(({ key }) => hidden.has(key)).length
  })
  const toggle = (name: Flag) => props.onChange(name, !props.wanted[name])
  return (
    <div class={styles.filters}>
      <input
        class={styles.search}
        type="search"
        aria-label="Search models"
        placeholder="Search models"
        autocomplete="off"
        value={props.wanted.query}
        onInput={(event) => props.onChange('query', event.currentTarget.value)}
      />
      <Choice
        name="Provider"
        all="All providers"
        options={providers().map(({ id, name }) => ({ value: id, title: name }))}
        value={props.wanted.provider}
        onChange={(value) => props.onChange('provider', value)}
      />
      <Show when={servers().length > 1}>
        <Choice
          name="Server"
          all="All servers"
          options={servers().map((info) => ({ value: info.id, title: nameServer(info) }))}
          value={props.wanted.server}
          onChange={(value) => props.onChange('server', value)}
        />
      </Show>
      <Choice
        name="Order"
        options={ORDERS}
        value={props.wanted.order}
        onChange={(value) => props.onChange('order', value as Order)}
      />
      <div class={styles.flags}>
        <For each={FLAGS}>
          {({ name, title }) => (
            <Button size="small" aria-pressed={props.wanted[name]} onClick={() => toggle(name)}>
              {title}
            </Button>
          )}
        </For>
        <Show when={hidden() > 0}>
          <Button size="small" aria-pressed={props.wanted.withHidden} onClick={() => toggle('withHidden')}>
            Show {hidden()} hidden
          </Button>
        </Show>
      </div>
    </div>
  )
}

const Choice = (props: {
  name: string
  all?: string
  options: readonly { value: string; title: string }[]
  value: string
  onChange: (value: string) => void
}): JSX.Element => (
  <select
    class={styles.field}
    aria-label={props.name}
    onChange={(event) => props.onChange(event.currentTarget.value)}
  >
    <Show when={props.all}>
      <option value="" selected={props.value === ''}>
        {props.all}
      </option>
    </Show>
    <For each={props.options}>
      {({ value, title }) => (
        <option value={value} selected={value === props.value}>
          {escapeInvisible(title)}
        </option>
      )}
    </For>
  </select>
)
