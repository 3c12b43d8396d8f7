import Plug from 'lucide-solid/icons/plug'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { useConsole } from '../../../store/context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { formatPlural } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Places } from '../configuration/create-place.ts'
import type { Standpoint } from '../configuration/source-text.ts'
import { SettingsLoading } from '../engine-settings.tsx'
import type { Servers } from './create-servers.ts'
import styles from './mcp.module.css'
import { ServerItem } from './server-item.tsx'

/** From so many on one is looked for. */
const MANY = 10

interface ListProps {
  servers: Servers
  places: Places
  isDown: boolean
  onEdit: (name: string) => void
}

/** All of them, each with how it is. */
export function ServerList(props: ListProps): JSX.Element {
  const { servers } = props
  const { state } = useConsole()
  const [query, setQuery] = createSignal('')
  const names = () => servers.names() ?? []
  const shown = () => names().filter((name) => name.toLowerCase().includes(query().trim().toLowerCase()))
  const from = (): Standpoint => ({ directory: servers.place.directory, home: state.info?.home })
  return (
    <>
      <Notes servers={servers} />
      <Show
        when={servers.names()}
        fallback={
          <Show when={!servers.problem()}>
            <SettingsLoading />
          </Show>
        }
      >
        <Show when={names().length > 0} fallback={<NoServers servers={servers} />}>
          <Show when={names().length > MANY}>
            <input
              type="search"
              class={styles.field}
              aria-label="Search MCP servers"
              placeholder={`Search ${names().length} servers`}
              value={query()}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </Show>
          <ul class={styles.list}>
            <For each={shown()}>{(name) => <ServerItem name={name} from={from()} {...props} />}</For>
          </ul>
          <Show when={shown().length === 0}>
            <p class={styles.note}>No server has “{query()}” in its name.</p>
          </Show>
          <p class={styles.note}>
            Kilo doesn’t list the tools of a server. In sessions each is called by its server and its name:
            “server_tool”.
            <Show when={servers.place.directory === ''}>
              {' '}
              Every folder connects its servers by itself: these states are those of the folder that Kilo was
              started in.
            </Show>
          </p>
        </Show>
      </Show>
    </>
  )
}

/** What keeps it from being told, and that some of it takes its time. */
function Notes(props: { servers: Servers }): JSX.Element {
  const { servers } = props
  const awaited = () =>
    servers.names()?.filter((name) => servers.find(name)?.condition === 'connecting').length ?? 0
  return (
    <>
      <Show when={servers.problem()}>
        {(problem) => (
          <Notice
            tone="error"
            title={`Couldn’t read the MCP servers: ${problem().message}`}
            hint={problem().hint}
            retrying={servers.isConnecting()}
            onRetry={servers.refresh}
          />
        )}
      </Show>
      <Show when={servers.isConnecting() && awaited() > 0}>
        <Notice
          tone="info"
          title={`Connecting ${formatPlural(awaited(), 'server')}`}
          hint="Kilo does so when a folder is first used, and tells how they are when the last one has answered or given up."
        />
      </Show>
      <Show when={servers.offers.problem()}>
        {(problem) => (
          <Notice tone="warning" title={`Prompts and resources are not known: ${problem().message}`} />
        )}
      </Show>
      <Show when={servers.reading.value() && !servers.reading.value()?.target}>
        <Notice
          tone="info"
          title="Nothing can be changed here until the file is mended"
          hint="Changes would go to a file that Kilo can’t read. Configuration says where it is wrong."
        />
      </Show>
    </>
  )
}

const NoServers = (props: { servers: Servers }): JSX.Element => (
  <EmptyState icon={<Plug />} title="No MCP servers yet">
    They give sessions more tools, prompts and resources. Add one that{' '}
    {props.servers.place.directory === '' ? 'all projects use' : 'this project uses'}.
  </EmptyState>
)
