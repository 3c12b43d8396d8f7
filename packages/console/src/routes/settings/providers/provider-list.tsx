import Plug from 'lucide-solid/icons/plug'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatPlural } from '../../../ui/format.ts'
import { originText, type Standpoint } from '../configuration/source-text.ts'
import { AddPicker } from './add-picker.tsx'
import type { Views } from './create-views.ts'
import type { Providers } from './create-providers.ts'
import { ProviderRowView } from './provider-row.tsx'
import styles from './providers.module.css'
import type { ProviderRow } from './rows.ts'

export interface ProvidersContext {
  place: () => ConfigurationPlace
  providers: Providers
  from: () => Standpoint
  isDown: () => boolean
  views: Views
}

/** Beyond so many one looks for a name. */
const FEW = 12

/** The providers, those that can be used first. */
export function ProviderListView(props: { context: ProvidersContext }): JSX.Element {
  const [query, setQuery] = createSignal('')
  const { providers } = props.context
  const byId = createMemo(() => new Map(providers.rows().map((row) => [row.id, row])))
  // By their ids: a row stays, and open, while all is read anew.
  const ids = () => {
    const word = query().trim().toLowerCase()
    return [...byId().values()]
      .filter((row) => `${row.name} ${row.id}`.toLowerCase().includes(word))
      .map(({ id }) => id)
  }
  const connected = () => providers.rows().filter(({ state }) => state === 'connected').length
  return (
    <section class={styles.section} role="region" aria-label="Providers">
      <header class={styles.head}>
        <h2 class={styles.heading}>Providers</h2>
        <span class={styles.count}>{connected()} connected</span>
        <Show when={providers.rows().length > FEW}>
          <input
            class={styles.search}
            type="search"
            aria-label="Search providers"
            placeholder="Search providers"
            autocomplete="off"
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </Show>
        <AddProvider context={props.context} />
      </header>
      <OnlyThese context={props.context} />
      <Show when={providers.rows().length > 0} fallback={<Nothing />}>
        <ul class={styles.list}>
          <For each={ids()} fallback={<li class={styles.note}>No provider is called “{query().trim()}”.</li>}>
            {(id) => <Row row={byId().get(id)} context={props.context} />}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function AddProvider(props: { context: ProvidersContext }): JSX.Element {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button
        class={styles.add ?? ''}
        variant="primary"
        data-opens="provider"
        icon={<Plus size={14} />}
        disabled={props.context.isDown()}
        onClick={() => setOpen(true)}
      >
        Add provider
      </Button>
      <AddPicker open={open()} context={props.context} onClose={() => setOpen(false)} />
    </>
  )
}

const Row = (props: { row: ProviderRow | undefined; context: ProvidersContext }): JSX.Element => (
  <Show when={props.row}>{(row) => <ProviderRowView row={row()} context={props.context} />}</Show>
)

/** A list of names in the configuration keeps all others out. */
function OnlyThese(props: { context: ProvidersContext }): JSX.Element {
  const { providers, from } = props.context
  const configuration = () => providers.reading.value()
  const field = () => configuration()?.fields.find(({ path }) => path.join() === 'enabled_providers')
  const text = () => {
    const [read, own] = [configuration(), field()]
    const shown = own?.shown
    if (!read || !shown || !('value' in shown) || !Array.isArray(shown.value)) return undefined
    return `Only ${formatPlural(shown.value.length, 'provider')} may be used: enabled_providers, ${originText(own, read, from())}.`
  }
  return <Show when={text()}>{(said) => <p class={styles.note}>{escapeInvisible(said())}</p>}</Show>
}

const Nothing = (): JSX.Element => (
  <EmptyState icon={<Plug />} title="No provider is connected">
    A provider has the models that Kilo works with. Add one with its key, or one that speaks as OpenAI does.
  </EmptyState>
)
