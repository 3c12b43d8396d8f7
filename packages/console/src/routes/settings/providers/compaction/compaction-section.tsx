import { createMemo, createResource, createSignal, For, Show, type JSX } from 'solid-js'
import type { Configuration } from '../../../../../shared/configuration.ts'
import type { ProviderModel } from '../../../../../shared/providers.ts'
import { settingsHost } from '../../../../sdk/settings/settings-host.ts'
import { escapeInvisible } from '../../../../ui/escape-invisible.ts'
import { formatCount } from '../../../../ui/format.ts'
import { settled } from '../../../../ui/settled.ts'
import settings from '../../configuration/configuration.module.css'
import { groupSettings, type SettingRow } from '../../configuration/rows.ts'
import { SettingRowView } from '../../configuration/setting-row.tsx'
import type { ProvidersContext } from '../provider-list.tsx'
import styles from '../providers.module.css'
import { compactionPoint, type CompactionPoint, type CompactionSettings } from './compaction-point.ts'

const NAMES = ['compaction.auto', 'compaction.threshold_percent', 'compaction.reserved']

/** When sessions are compacted: the settings, and what they mean for a model. */
export function CompactionSection(props: {
  context: ProvidersContext
  configuration: Configuration
}): JSX.Element {
  const { place, providers, from, isDown } = props.context
  const rows = createMemo(() => {
    const all = groupSettings(props.configuration, 'compaction').flatMap((group) => group.rows)
    return new Map(all.map((row) => [row.name, row]))
  })
  const context = {
    place,
    reading: providers.reading,
    configuration: () => props.configuration,
    from,
    locked: () => isDown() || !props.configuration.target?.writable,
  }
  return (
    <section class={styles.section} role="region" aria-label="Compaction">
      <h2 class={styles.heading}>Compaction</h2>
      <p class={styles.note}>
        Where a session comes near the limit of its model, Kilo sums it up and goes on with that.
      </p>
      <ul class={settings.list}>
        <For each={NAMES}>
          {(name) => (
            <Show when={rows().get(name)}>{(row) => <SettingRowView row={row()} context={context} />}</Show>
          )}
        </For>
      </ul>
      <Meaning context={props.context} settings={settingsIn(rows())} />
    </section>
  )
}

function settingsIn(rows: ReadonlyMap<string, SettingRow>): CompactionSettings {
  const value = (name: string) => {
    const shown = rows.get(name)?.field?.shown
    return shown && 'value' in shown ? shown.value : undefined
  }
  const count = (name: string) => {
    const found = value(name)
    return typeof found === 'number' ? found : undefined
  }
  return {
    auto: value('compaction.auto') !== false,
    thresholdPercent: count('compaction.threshold_percent'),
    reserved: count('compaction.reserved'),
  }
}

/** For one model of those that are connected: the default one, unless another is chosen. */
function Meaning(props: { context: ProvidersContext; settings: CompactionSettings }): JSX.Element {
  const { place, providers } = props.context
  const [chosen, setChosen] = createSignal<{ provider: string; model: string }>()
  const connected = () => providers.rows().filter(({ state }) => state === 'connected')
  const wanted = () => chosen() ?? defaultModel(providers.reading.value())
  const provider = createMemo(() => {
    const ids = connected().map(({ id }) => id)
    return ids.find((id) => id === wanted()?.provider) ?? ids[0]
  })
  const asked = createMemo(() => {
    const id = provider()
    return id === undefined ? undefined : { ...place(), id, of: providers.list.value() }
  })
  const [resource] = createResource(asked, ({ serverId, directory, id }) =>
    settingsHost.providerModels(serverId, directory, id),
  )
  const models = createMemo<ProviderModel[]>((before) => settled(resource)?.models ?? before, [])
  const model = () => models().find(({ id }) => id === wanted()?.model) ?? models()[0]
  return (
    <Show when={connected().length > 0}>
      <div class={styles.pickers}>
        <select
          class={styles.box}
          aria-label="Provider of the model"
          onChange={(event) => setChosen({ provider: event.currentTarget.value, model: '' })}
        >
          <For each={connected()}>
            {({ id, name }) => (
              <option value={id} selected={id === provider()}>
                {escapeInvisible(name)}
              </option>
            )}
          </For>
        </select>
        <select
          class={styles.box}
          aria-label="Model"
          onChange={(event) => setChosen({ provider: provider() ?? '', model: event.currentTarget.value })}
        >
          <For each={models()}>
            {({ id, name }) => (
              <option value={id} selected={id === model()?.id}>
                {escapeInvisible(name)}
              </option>
            )}
          </For>
        </select>
      </div>
      <Show when={model()}>
        {(one) => (
          <Show
            when={compactionPoint(one().limit, props.settings)}
            fallback={
              <p class={styles.note}>
                {one().limit.context === 0
                  ? 'Its limits are not set: Kilo never compacts, and a long session ends with an error.'
                  : 'Kilo never compacts by itself: compaction.auto is false.'}
              </p>
            }
          >
            {(point) => <Point point={point()} />}
          </Show>
        )}
      </Show>
    </Show>
  )
}

const RESERVES: Record<CompactionPoint['reserveIs'], string> = {
  setting: 'compaction.reserved, of the input limit',
  answer: 'for the answer: compaction.reserved counts for models with an input limit alone',
  usual: 'of the input limit, as nothing is set',
}

const Point = (props: { point: CompactionPoint }): JSX.Element => (
  <dl class={styles.facts}>
    <dt>Context</dt>
    <dd>{formatCount(props.point.context)} tokens</dd>
    <Show when={props.point.input}>
      {(input) => (
        <>
          <dt>Input limit</dt>
          <dd>{formatCount(input())} tokens</dd>
        </>
      )}
    </Show>
    <dt>Reserve</dt>
    <dd>
      {formatCount(props.point.reserve)} tokens, {RESERVES[props.point.reserveIs]}
    </dd>
    <dt>Compacts</dt>
    <dd>
      once an answer has brought it to {formatCount(props.point.after)} tokens, reasoning and cache counted
      <Show when={props.point.before}>
        {(before) => (
          <>
            , or before a request that Kilo takes for {formatCount(before())} tokens: it adds some 15,000 to
            20,000 for the prompt and the tools to what the last answer took
          </>
        )}
      </Show>
    </dd>
  </dl>
)

function defaultModel(configuration: Configuration | undefined) {
  const shown = configuration?.fields.find(({ path }) => path.join('.') === 'model')?.shown
  const text = shown && 'value' in shown && typeof shown.value === 'string' ? shown.value : ''
  const slash = text.indexOf('/')
  return slash === -1 ? undefined : { provider: text.slice(0, slash), model: text.slice(slash + 1) }
}
