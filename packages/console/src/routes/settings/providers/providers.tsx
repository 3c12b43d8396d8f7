import RotateCw from 'lucide-solid/icons/rotate-cw'
import { Show, type JSX } from 'solid-js'
import { createPage } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { createPlaces } from '../configuration/create-place.ts'
import { createReading } from '../configuration/create-reading.ts'
import type { Standpoint } from '../configuration/source-text.ts'
import { EngineSettings, isDownAt, SettingsLoading } from '../engine-settings.tsx'
import { createProviders, type Providers } from './create-providers.ts'
import { createViews } from './create-views.ts'
import { ProvidersView } from './providers-view.tsx'

/** `/settings/providers`: whose models can be used, by which keys, and how that is changed. */
export default function ProvidersPage(): JSX.Element {
  createPage({ title: () => 'Providers' })
  const console = useConsole()
  const places = createPlaces()
  const providers = createProviders(places.place, createReading(places.place))
  const from = (): Standpoint => ({
    directory: places.place()?.directory ?? '',
    home: console.state.info?.home,
  })
  const views = createViews()
  const isDown = () => isDownAt(console, places)
  return (
    <EngineSettings places={places} tools={<Refresh providers={providers} isDown={isDown()} />}>
      {(place) => (
        <>
          <Failures providers={providers} />
          <Show when={providers.list.value()} fallback={<Unread providers={providers} />}>
            <ProvidersView context={{ place, providers, from, isDown, views }} />
          </Show>
        </>
      )}
    </EngineSettings>
  )
}

function Refresh(props: { providers: Providers; isDown: boolean }): JSX.Element {
  const { list, reading } = props.providers
  const refresh = () => {
    void list.refresh()
    void reading.refresh()
  }
  return (
    <IconButton name="Refresh" disabled={props.isDown} onClick={refresh}>
      <Show when={list.isReading() || reading.isReading()} fallback={<RotateCw />}>
        <Spinner />
      </Show>
    </IconButton>
  )
}

/** What was read before stays. */
function Failures(props: { providers: Providers }): JSX.Element {
  const { list, reading } = props.providers
  return (
    <>
      <Show when={list.value() && list.problem()}>
        <Unreadable providers={props.providers} title="Couldn’t read the providers anew" />
      </Show>
      <Show when={reading.problem()}>
        {(problem) => (
          <Notice
            tone="error"
            title={`Couldn’t read where settings come from: ${problem().message}`}
            hint={problem().hint}
            retrying={reading.isReading()}
            onRetry={() => void reading.refresh()}
          />
        )}
      </Show>
    </>
  )
}

const Unread = (props: { providers: Providers }): JSX.Element => (
  <Show when={props.providers.list.problem()} fallback={<SettingsLoading />}>
    <Unreadable providers={props.providers} title="Couldn’t read the providers" />
  </Show>
)

const Unreadable = (props: { providers: Providers; title: string }): JSX.Element => (
  <Notice
    tone="error"
    title={`${props.title}: ${props.providers.list.problem()?.message ?? ''}`}
    hint={props.providers.list.problem()?.hint}
    retrying={props.providers.list.isReading()}
    onRetry={() => void props.providers.list.refresh()}
  />
)
