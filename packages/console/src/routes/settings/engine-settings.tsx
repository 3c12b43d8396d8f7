import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import { Match, Show, Switch, type JSX } from 'solid-js'
import type { ConfigurationPlace } from '../../store/actions/configuration.ts'
import { useConsole } from '../../store/context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { printablePath, tildePath } from '../../ui/path-split.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Places } from './configuration/create-place.ts'
import { LateList } from './configuration/late-list.tsx'
import { PlaceChoice } from './configuration/place-choice.tsx'
import styles from './engine-settings.module.css'
import { SettingsPage } from './settings-page.tsx'

/** Nothing of it can be read or changed now: the server is down, or the host is. */
export function isDownAt({ state }: Pick<ReturnType<typeof useConsole>, 'state'>, places: Places): boolean {
  return (
    state.link !== 'connected' || state.servers[places.place()?.serverId ?? '']?.info.health !== 'healthy'
  )
}

/** A page of the engine's settings: whose they are, what keeps them from being read, and what waits to be saved. */
export function EngineSettings(props: {
  places: Places
  /** Beside the choice of the folder. */
  tools?: JSX.Element
  /** What there is all the same where no server tells its settings. */
  without?: JSX.Element
  children: (place: () => ConfigurationPlace) => JSX.Element
}): JSX.Element {
  const console = useConsole()
  const { state } = console
  return (
    <SettingsPage dense>
      <Show
        when={props.places.place()}
        fallback={<NoPlace isAwaited={props.places.isAwaited()} without={props.without} />}
      >
        {(place) => (
          <>
            <div class={styles.bar}>
              <PlaceChoice places={props.places} />
              {props.tools}
            </div>
            <Show when={isDownAt(console, props.places)}>
              <Notice
                tone="warning"
                title={state.link === 'connected' ? 'The server isn’t running' : 'Not connected'}
                hint="This is what was read last."
              />
            </Show>
            <Show when={props.places.missing()}>
              {(folder) => (
                <Notice
                  tone="warning"
                  title={`No session is known in ${printablePath(tildePath(folder(), state.info?.home))}`}
                  hint="These are the settings of all projects."
                />
              )}
            </Show>
            <LateList />
            {props.children(place)}
          </>
        )}
      </Show>
    </SettingsPage>
  )
}

export const SettingsLoading = (): JSX.Element => (
  <Skeleton rows={10} height={64} label="Reading the settings" />
)

function NoPlace(props: { isAwaited: boolean; without: JSX.Element }): JSX.Element {
  const { state } = useConsole()
  const isAnyUp = () => state.order.some((id) => state.servers[id]?.info.health === 'healthy')
  return (
    <Switch>
      <Match when={props.isAwaited || (state.order.length === 0 && state.link === 'connecting')}>
        <SettingsLoading />
      </Match>
      <Match when={isAnyUp() && props.without}>{props.without}</Match>
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
