import RotateCw from 'lucide-solid/icons/rotate-cw'
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import { createPage } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { printablePath, tildePath } from '../../../ui/path-split.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import overview from '../../overview.module.css'
import { SettingsNavigation } from '../settings-navigation.tsx'
import styles from './configuration.module.css'
import { createPlaces } from './create-place.ts'
import { createReading, type Reading } from './create-reading.ts'
import { LateList } from './late-list.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { SettingsRead } from './settings-read.tsx'
import type { Standpoint } from './source-text.ts'

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
                  onInput={(event) => {
                    setQuery(event.currentTarget.value)
                    if (places.file() !== undefined) places.openFile(undefined)
                  }}
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
              <Show when={places.missing()}>
                {(folder) => (
                  <Notice
                    tone="warning"
                    title={`No session is known in ${printablePath(tildePath(folder(), state.info?.home))}`}
                    hint="These are the settings of all projects."
                  />
                )}
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
                  <SettingsRead
                    query={query()}
                    places={places}
                    isDown={isDown()}
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
