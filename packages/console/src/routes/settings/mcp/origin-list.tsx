import { A } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import { links } from '../../../store/links.ts'
import { Button } from '../../../ui/button.tsx'
import { layerText } from '../configuration/source-text.ts'
import styles from './mcp.module.css'
import type { ItemProps } from './server-item.tsx'
import type { McpServer } from './servers.ts'

/** Every file that says something of a server, the one that wins first. */
export function OriginList(props: ItemProps & { server: McpServer }): JSX.Element {
  const sources = () => props.servers.reading.value()?.sources ?? []
  const { place } = props.servers
  return (
    <div class={styles.panel}>
      <Show
        when={props.server.origins.length > 0}
        fallback={
          <p>
            No file that the console reads says anything of it: it comes from KILO_CONFIG_CONTENT, from what
            is managed for you, or was added while Kilo ran.
          </p>
        }
      >
        <ul class={styles.origins}>
          <For each={props.server.origins}>
            {(origin) => <li>{layerText(origin, sources(), props.from)}</li>}
          </For>
        </ul>
        <Show when={props.server.origins.length > 1}>
          <p class={styles.hint}>
            Kilo puts these together; where two say different things, the first one here counts.
          </p>
        </Show>
      </Show>
      <div class={styles.actions}>
        <A
          href={
            place.directory === ''
              ? links.configuration
              : links.inFolder(links.configuration, place.serverId, place.directory)
          }
        >
          Open Configuration
        </A>
        <Show when={props.server.isGlobal && place.scope === 'project'}>
          <Button size="small" onClick={() => props.places.choose(place.serverId, '')}>
            Change it for all projects
          </Button>
        </Show>
      </div>
    </div>
  )
}
