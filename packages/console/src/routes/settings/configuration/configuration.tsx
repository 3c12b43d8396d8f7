import { createSignal, type JSX } from 'solid-js'
import { createSettings } from '../create-settings.ts'
import { ReadSettings } from '../read-settings.tsx'
import styles from './configuration.module.css'
import { SettingsRead } from './settings-read.tsx'

/** `/settings/configuration`: the engine's settings, of all folders or of one, each with where it comes from. */
export default function ConfigurationPage(): JSX.Element {
  const [query, setQuery] = createSignal('')
  const settings = createSettings('Configuration')
  const { places, isDown } = settings
  const search = (text: string) => {
    setQuery(text)
    if (places.file() !== undefined) places.openFile(undefined)
  }
  return (
    <ReadSettings settings={settings} tools={<Search query={query()} onInput={search} />}>
      {(context) => <SettingsRead query={query()} places={places} isDown={isDown()} context={context()} />}
    </ReadSettings>
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
