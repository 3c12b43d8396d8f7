import { createMemo, createResource, createSignal, For, Show, type JSX } from 'solid-js'
import type { ProviderModel } from '../../../../shared/providers.ts'
import { settingsHost } from '../../../sdk/settings/settings-host.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatCount } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { settled } from '../../../ui/settled.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { modelFacts } from './model-text.ts'
import type { ProvidersContext } from './provider-list.tsx'
import styles from './providers.module.css'

/** Models that stand on the page at once. */
const AT_FIRST = 40
/** Beyond so many one looks for a name. */
const FEW = 8

/** The models of one provider, read when it is opened and whenever the list is. */
export function ProviderModelsView(props: { provider: string; context: ProvidersContext }): JSX.Element {
  const { place, providers } = props.context
  const asked = () => ({ ...place(), provider: props.provider, of: providers.list.value() })
  const [resource, { refetch }] = createResource(asked, ({ serverId, directory, provider }) =>
    settingsHost.providerModels(serverId, directory, provider),
  )
  const models = createMemo<ProviderModel[] | undefined>((before) => settled(resource)?.models ?? before)
  const problem = () => (resource.state === 'errored' ? toProblem(resource.error) : undefined)
  return (
    <>
      <Show when={problem()}>
        {(failed) => (
          <Notice
            tone="error"
            title={`Couldn’t read the models: ${failed().message}`}
            hint={failed().hint}
            onRetry={() => void refetch()}
          />
        )}
      </Show>
      <Show
        when={models()}
        fallback={
          <Show when={!problem()}>
            <Skeleton rows={3} height={44} label="Reading the models" />
          </Show>
        }
      >
        {(all) => <Models models={all()} provider={props.provider} />}
      </Show>
    </>
  )
}

function Models(props: { models: readonly ProviderModel[]; provider: string }): JSX.Element {
  const [query, setQuery] = createSignal('')
  const [all, setAll] = createSignal(false)
  const found = createMemo(() => {
    const words = query().toLowerCase().split(/\s+/).filter(Boolean)
    return props.models.filter(({ id, name }) => {
      const said = `${id} ${name}`.toLowerCase()
      return words.every((word) => said.includes(word))
    })
  })
  const shown = () => (all() ? found() : found().slice(0, AT_FIRST))
  return (
    <div class={styles.models}>
      <Show when={props.models.length > FEW}>
        <input
          class={styles.search}
          type="search"
          aria-label={`Search models of ${props.provider}`}
          placeholder={`Search ${formatCount(props.models.length)} models`}
          autocomplete="off"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </Show>
      <ul role="list" aria-label={`Models of ${props.provider}`}>
        <For
          each={shown()}
          fallback={
            <li class={styles.note}>
              {query() === '' ? 'It has no models.' : `No model is called “${query().trim()}”.`}
            </li>
          }
        >
          {(model) => <Model model={model} />}
        </For>
      </ul>
      <Show when={shown().length < found().length}>
        <Button onClick={() => setAll(true)}>Show all {formatCount(found().length)}</Button>
      </Show>
    </div>
  )
}

const Model = (props: { model: ProviderModel }): JSX.Element => (
  <li class={styles.model}>
    <span class={styles.modelName}>
      {escapeInvisible(props.model.name)} <code class={styles.id}>{escapeInvisible(props.model.id)}</code>
      <Show when={props.model.status}>
        {(status) => <span class={styles.count}> {escapeInvisible(status())}</span>}
      </Show>
    </span>
    <span class={styles.modelFacts}>{escapeInvisible(modelFacts(props.model).join(' · '))}</span>
  </li>
)
