import Plus from 'lucide-solid/icons/plus'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createSignal, Show, type JSX } from 'solid-js'
import { createPage } from '../../../frame/shell-context.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConsole } from '../../../store/context.ts'
import { Button } from '../../../ui/button.tsx'
import { createPart } from '../../../ui/create-part.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { focusOpener } from '../change/form-focus.ts'
import { createPlaces, type Places } from '../configuration/create-place.ts'
import { EngineSettings, isDownAt, SettingsLoading } from '../engine-settings.tsx'
import { createServers } from './create-servers.ts'
import styles from './mcp.module.css'
import { ServerList } from './server-list.tsx'

const ServerForm = createPart(async () => (await import('./form/server-form.tsx')).ServerForm)

/** `/settings/mcp`: the MCP servers of a folder, how they are, and what can be done about it. */
export default function McpPage(): JSX.Element {
  createPage({ title: () => 'MCP servers' })
  const places = createPlaces('mcp')
  return (
    <EngineSettings places={places}>
      {(place) => (
        <Show keyed when={place()}>
          {(one) => <McpServers place={one} places={places} />}
        </Show>
      )}
    </EngineSettings>
  )
}

/** What the form is about: a server by its name; empty: a new one. */
type Editing = string | undefined

function McpServers(props: { place: ConfigurationPlace; places: Places }): JSX.Element {
  const { place } = props
  const console = useConsole()
  const servers = createServers(place)
  const [editing, setEditing] = createSignal<Editing>()
  const canWrite = () => console.can(place.serverId, 'configuration')
  const isDown = () => isDownAt(console, props.places)
  const close = (isChanged: boolean) => {
    const name = editing()
    setEditing()
    focusOpener(`mcp ${name}`)
    if (isChanged) void servers.acts.changed()
  }
  return (
    <section class={styles.region} role="region" aria-label="MCP servers">
      <header class={styles.head}>
        <h2 class={styles.heading}>MCP servers</h2>
        <IconButton name="Read again" onClick={servers.refresh}>
          <RotateCw size={15} />
        </IconButton>
        <Show when={canWrite() && editing() === undefined}>
          <Button
            variant="primary"
            data-opens="mcp "
            icon={<Plus size={14} />}
            disabled={isDown() || !servers.reading.value()?.target}
            onClick={() => setEditing('')}
          >
            Add server
          </Button>
        </Show>
      </header>
      <Show
        keyed
        when={editing() !== undefined && { name: editing() ?? '' }}
        fallback={
          <ServerList servers={servers} places={props.places} isDown={isDown()} onEdit={setEditing} />
        }
      >
        {({ name }) => (
          <ServerForm
            before={<SettingsLoading />}
            name={name}
            servers={servers}
            isDown={isDown()}
            onClose={close}
          />
        )}
      </Show>
    </section>
  )
}
