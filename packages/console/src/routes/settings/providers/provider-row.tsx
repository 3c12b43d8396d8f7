import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, createUniqueId, Show, type JSX } from 'solid-js'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatPlural } from '../../../ui/format.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { layerText } from '../configuration/source-text.ts'
import { ConnectionCheck } from './connection-check.tsx'
import { isMissing, keyText, withoutEffect } from './provider-key.ts'
import { ProviderActions } from './provider-actions.tsx'
import type { ProvidersContext } from './provider-list.tsx'
import { ProviderModelsView } from './provider-models.tsx'
import styles from './providers.module.css'
import type { ProviderRow, ProviderState } from './rows.ts'

/** One provider: where it comes from, whose key it uses; opened, its models. */
export function ProviderRowView(props: { row: ProviderRow; context: ProvidersContext }): JSX.Element {
  const [open, setOpen] = createSignal(false)
  const id = createUniqueId()
  const listed = () => props.row.listed
  const checked = () => {
    const { serverId: server, directory } = props.context.place()
    return { server, directory, provider: props.row.id }
  }
  const isKeyMissing = () => isMissing(props.row.key, props.context.providers.variables())
  return (
    <li class={styles.row} data-state={props.row.state}>
      <button
        type="button"
        class={styles.opener}
        data-opens={`provider ${props.row.id}`}
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        onClick={() => setOpen(!open())}
      >
        <ChevronRight size={16} class={styles.chevron ?? ''} aria-hidden="true" />
        <span class={styles.name}>{escapeInvisible(props.row.name)}</span>
        <Show when={props.row.id !== props.row.name}>
          <code class={styles.id}>{escapeInvisible(props.row.id)}</code>
        </Show>
        <span class={styles.end}>
          <Show when={isKeyMissing()}>
            <StatusBadge tone="amber">no key</StatusBadge>
          </Show>
          <Show when={listed()} fallback={<StatusBadge tone="grey">{STATES[props.row.state]}</StatusBadge>}>
            {(one) => <span class={styles.count}>{formatPlural(one().models, 'model')}</span>}
          </Show>
        </span>
      </button>
      <Show when={open()}>
        <div class={styles.opened} id={id}>
          <Facts row={props.row} context={props.context} />
          <ProviderActions row={props.row} context={props.context} />
          <Show when={listed()}>
            {(one) => (
              <>
                <ConnectionCheck of={checked()} check={() => ({})} disabled={props.context.isDown()} />
                <ProviderModelsView provider={one().id} context={props.context} />
              </>
            )}
          </Show>
        </div>
      </Show>
    </li>
  )
}

const STATES: Record<ProviderState, string> = {
  connected: 'connected',
  disabled: 'disabled',
  'left-out': 'not enabled',
  unused: 'not connected',
}

const WHY: Record<Exclude<ProviderState, 'connected'>, string> = {
  disabled: 'It stands in disabled_providers.',
  'left-out': 'It is missing in enabled_providers.',
  unused: 'Kilo found nothing to use: it has no key, or no model with a name.',
}

function Facts(props: { row: ProviderRow; context: ProvidersContext }): JSX.Element {
  const { providers, from } = props.context
  const placeOf = (layer: ProviderRow['layer']) => {
    const sources = providers.reading.value()?.sources
    return layer && sources ? layerText(layer, sources, from()) : undefined
  }
  const why = () => (props.row.state === 'connected' ? undefined : WHY[props.row.state])
  return (
    <>
      <Show when={why()}>{(text) => <p class={styles.note}>{text()}</p>}</Show>
      <dl class={styles.facts}>
        <Fact title="From">{fromText(props.row, placeOf(props.row.layer))}</Fact>
        <Fact title="Key">{keyText(props.row.key, providers.variables(), placeOf(props.row.key.layer))}</Fact>
        <Show when={props.row.listed?.baseURL}>{(url) => <Fact title="Base URL">{url()}</Fact>}</Show>
        <Show when={props.row.listed?.library}>{(library) => <Fact title="Library">{library()}</Fact>}</Show>
      </dl>
      <Show when={withoutEffect(props.row.key)}>{(text) => <p class={styles.warning}>{text()}</p>}</Show>
    </>
  )
}

const Fact = (props: { title: string; children: string }): JSX.Element => (
  <>
    <dt>{props.title}</dt>
    <dd>{escapeInvisible(props.children)}</dd>
  </>
)

/** @param place the file that sets something of it. */
function fromText({ listed }: ProviderRow, place: string | undefined): string {
  const file = place === undefined ? '' : `, with settings in ${place}`
  switch (listed?.source) {
    case 'env':
      return `Kilo’s catalogue, by a variable of the environment${file}`
    case 'api':
      return `Kilo’s catalogue, by a stored key${file}`
    case 'custom':
      return `built in${file}`
    default:
      return place ?? (listed ? 'a configuration above the files' : 'a stored key')
  }
}
