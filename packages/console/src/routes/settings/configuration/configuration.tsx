import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createSignal, Show, type JSX } from 'solid-js'
import { createPage } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { EngineSettings, isDownAt, SettingsLoading } from '../engine-settings.tsx'
import styles from './configuration.module.css'
import { createPlaces } from './create-place.ts'
import { createReading, type Reading } from './create-reading.ts'
import { SettingsRead } from './settings-read.tsx'
import type { Standpoint } from './source-text.ts'

/** `/settings/configuration`: the engine's settings, of all folders or of one, each with where it comes from. */
export default function ConfigurationPage(): JSX.Element {
  createPage({ title: () => 'Configuration' })
  const console = useConsole()
  const [query, setQuery] = createSignal('')
  const places = createPlaces()
  const reading = createReading(places.place)
  const from = (): Standpoint => ({
    directory: places.place()?.directory ?? '',
    home: console.state.info?.home,
  })
  const isDown = () => isDownAt(console, places)
  const search = (text: string) => {
    setQuery(text)
    if (places.file() !== undefined) places.openFile(undefined)
  }
  return (
    <EngineSettings
      places={places}
      tools={
        <>
          <Search query={query()} onInput={search} />
          <IconButton name="Refresh" disabled={isDown()} onClick={() => void reading.refresh()}>
            <Show when={reading.isReading()} fallback={<RotateCw />}>
              <Spinner />
            </Show>
          </IconButton>
        </>
      }
    >
      {(place) => (
        <>
          <Show when={reading.value() && reading.problem()}>
            <Unreadable reading={reading} title="Couldn’t read the settings anew" />
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
    </EngineSettings>
  )
}

const Search = (props: { query: string; onInput: (text: string) => void }): JSX.Element => (
  <input
    class={styles.search}
    type="search"
    aria-label="Search settings"
    placeholder="Search by name, value or file"
    autocomplete="off"
    value={props.query}
    onInput={(event) => props.onInput(event.currentTarget.value)}
  />
)

const Unread = (props: { reading: Reading }): JSX.Element => (
  <Show when={props.reading.problem()} fallback={<SettingsLoading />}>
    <Unreadable reading={props.reading} title="Couldn’t read the settings" />
  </Show>
)

const Unreadable = (props: { reading: Reading; title: string }): JSX.Element => (
  <Notice
    tone="error"
    title={`${props.title}: ${props.reading.problem()?.message ?? ''}`}
    hint={props.reading.problem()?.hint}
    retrying={props.reading.isReading()}
    onRetry={() => void props.reading.refresh()}
  />
)
