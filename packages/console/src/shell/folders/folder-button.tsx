import ChevronDown from 'lucide-solid/icons/chevron-down'
import Folder from 'lucide-solid/icons/folder'
import { Show, type JSX } from 'solid-js'
import { DAEMON_ID } from '../../../shared/api.ts'
import { runCommand } from '../../commands/registry.ts'
import { useConsole } from '../../store/context.ts'
import { tildePath } from '../../ui/path-split.ts'
import styles from './folder-button.module.css'
import { nameServer } from '../../frame/entry-text.ts'
import { useShell } from '../../frame/shell-context.ts'

/** Where a new session or terminal begins, and the way to choose another place. */
export function FolderButton(props: { centred?: boolean }): JSX.Element {
  const { state } = useConsole()
  const { roster, start } = useShell()
  const name = () => roster.folderName(start.folder()?.directory ?? '')
  // The managed daemon is what everybody means.
  const server = () => {
    const id = start.folder()?.serverId ?? DAEMON_ID
    const info = id === DAEMON_ID ? undefined : state.servers[id]?.info
    return info && nameServer(info)
  }
  const on = () => (server() ? ` on ${server()}` : '')
  return (
    <Show when={start.folder()}>
      {(place) => (
        <button
          type="button"
          class={styles.button}
          data-centred={props.centred ? '' : undefined}
          aria-label={`Folder: ${name()}${on()}`}
          data-tip={`New sessions start in ${tildePath(place().directory, state.info?.home)}${on()}`}
          onClick={() => runCommand('choose-folder')}
        >
          <Folder size={14} aria-hidden="true" />
          <span class={styles.name}>{name()}</span>
          <Show when={server()}>{(named) => <span class={styles.server}>{named()}</span>}</Show>
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      )}
    </Show>
  )
}
