import RotateCw from 'lucide-solid/icons/rotate-cw'
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js'
import type { Configuration } from '../../../../shared/configuration.ts'
import { createPage } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import overview from '../../overview.module.css'
import { SettingsNavigation } from '../settings-navigation.tsx'
import styles from './configuration.module.css'
import { createPlaces } from './create-place.ts'
import { createReading, type Reading } from './create-reading.ts'
import { LateList } from './late-list.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { SettingGroups } from './setting-groups.tsx'
import type { RowContext } from './setting-row.tsx'
import { SourceChain } from './source-chain.tsx'
import { filePath, type Standpoint } from './source-text.ts'

/** `/settings/configuration`: the engine's settings, of all folders or of one, each with where it comes from. */
export default function ConfigurationPage(): JSX.Element {
  createPage({ title: () => 'Configuration' })
  const { state } = useConsole()
  const [query, setQuery] = createSignal('')
  const places = createPlaces()
  const reading = createReading(places.place)
  const from = (): Standpoint => ({ directory: places.place()?.directory ?? '', home: state.info?.home })
  const isRunning = () => state.servers[places.place()?.serverId ?? '']?.info.health === 'healthy'
  const isDown = () => state.link !== 'connected' || !isRunning()
  return (
    <div class={overview.scroll}>
      <div class={`${overview.page} ${styles.page}`}>
        <header class={styles.head}>
          <h1 class={overview.title}>Settings</h1>
          <SettingsNavigation />
        </header>
        <Show when={places.place()} fallback={<NoPlace isAwaited={places.isAwaited()} />}>
          {(place) => (
            <>
              <div class={styles.bar}>
                <PlaceChoice places={places} />
                <input
                  class={styles.search}
                  type="search"
                  aria-label="Search settings"
                  placeholder="Search by name, value or file"
                  autocomplete="off"
                  value={query()}
                  onInput={(event) => setQuery(event.currentTarget.value)}
                />
                <IconButton name="Refresh" disabled={isDown()} onClick={() => void reading.refresh()}>
                  <Show when={reading.isReading()} fallback={<RotateCw />}>
                    <Spinner />
                  </Show>
                </IconButton>
              </div>
              <Show when={isDown()}>
                <Notice
                  tone="warning"
                  title={state.link === 'connected' ? 'The server isn’t running' : 'Not connected'}
                  hint="This is what was read last."
                />
              </Show>
              <LateList />
              <Show when={reading.value() && reading.problem()}>
                {(problem) => (
                  <Notice
                    tone="error"
                    title={`Couldn’t read the settings anew: ${problem().message}`}
                    hint={problem().hint}
                    retrying={reading.isReading()}
                    onRetry={() => void reading.refresh()}
                  />
                )}
              </Show>
              <Show when={reading.value()} fallback={<Unread reading={reading} />}>
                {(value) => (
                  <Read
                    query={query()}
                    context={{
                      place,
                      reading,
                      configuration: value,
                      from,
                      locked: () => isDown() || !value().target?.writable,
                    }}
                  />
                )}
              </Show>
            </>
          )}
        </Show>
      </div>
    </div>
  )
}

function Read(props: { query: string; context: RowContext }): JSX.Element {
  const { context } = props
  const value = () => context.configuration()
  return (
    <>
      <Warnings value={value()} from={context.from()} />
      <SettingGroups query={props.query} context={context} />
      <Show when={value().more}>
        <p class={styles.note}>There are more settings than are shown here.</p>
      </Show>
      <SourceChain sources={value().sources} target={value().target?.path} from={context.from()} />
    </>
  )
}

/** What the engine passed over, and what can be changed. */
function Warnings(props: { value: Configuration; from: Standpoint }): JSX.Element {
  const place = (path: string, line: number | undefined) =>
    `${escapeInvisible(filePath(path, props.from))}${line === undefined ? '' : `, line ${line}`}`
  return (
    <>
      <For each={props.value.warnings}>
        {({ path, line, message, hint }) => (
          <Notice tone="warning" title={`${place(path, line)}: ${escapeInvisible(message)}`} hint={hint} />
        )}
      </For>
      <Show when={!props.value.target}>
        <Notice
          tone="info"
          title="Nothing can be changed here until the file is mended"
          hint="Changes would go to a file that Kilo can’t read. It is left as it is."
        />
      </Show>
      <Show when={props.value.target?.writable === false && props.value.target}>
        {(target) => (
          <Notice tone="info" title={`${place(target().path, undefined)} may not be written by Kilo`} />
        )}
      </Show>
    </>
  )
}

function Unread(props: { reading: Reading }): JSX.Element {
  return (
    <Show when={props.reading.problem()} fallback={<Loading />}>
      {(problem) => (
        <Notice
          tone="error"
          title={`Couldn’t read the settings: ${problem().message}`}
          hint={problem().hint}
          retrying={props.reading.isReading()}
          onRetry={() => void props.reading.refresh()}
        />
      )}
    </Show>
  )
}

const Loading = (): JSX.Element => <Skeleton rows={10} height={64} label="Reading the settings" />

function NoPlace(props: { isAwaited: boolean }): JSX.Element {
  const { state } = useConsole()
  const isAnyUp = () => state.order.some((id) => state.servers[id]?.info.health === 'healthy')
  return (
    <Switch>
      <Match when={props.isAwaited || (state.order.length === 0 && state.link === 'connecting')}>
        <Loading />
      </Match>
      <Match when={isAnyUp()}>
        <EmptyState icon={<SlidersHorizontal />} title="No server tells where its settings come from">
          Kilo’s engine does, from version 7.4 on.
        </EmptyState>
      </Match>
      <Match when={true}>
        <EmptyState icon={<SlidersHorizontal />} title="No server is running" command="kilo daemon start">
          Settings are read through the engine. Start one in a shell:
        </EmptyState>
      </Match>
    </Switch>
  )
}
