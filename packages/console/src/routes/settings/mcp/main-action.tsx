import { Match, Show, Switch, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import type { ItemProps, Panel } from './server-item.tsx'
import styles from './mcp.module.css'
import type { McpServer } from './servers.ts'

/** Nothing can be done before it is known, or while Kilo connects it by itself. */
const NOTHING_YET: ReadonlySet<McpServer['condition']> = new Set(['connecting', 'untold'])

/** What one does next with a server. None of it ends anybody’s work, or is written anywhere. */
export function MainAction(
  props: ItemProps & { server: McpServer; onOpen: (panel: Panel) => void },
): JSX.Element {
  const { acts } = props.servers
  const isBusy = () => acts.doing(props.name) !== undefined
  const button = (word: string, press: () => void) => (
    <Button
      size="small"
      aria-label={`${word} ${props.name}`}
      busy={isBusy()}
      disabled={props.isDown}
      onClick={press}
    >
      {word}
    </Button>
  )
  return (
    <div class={styles.main}>
      <Switch>
        <Match when={props.server.condition === 'connected'}>
          <Show when={props.server.logsIn}>{button('Log out', () => void acts.logOut(props.name))}</Show>
          {button('Disconnect', () => void acts.disconnect(props.name))}
        </Match>
        <Match when={props.server.condition === 'login'}>
          {button('Log in', () => props.onOpen('login'))}
        </Match>
        <Match when={isBusy() || !NOTHING_YET.has(props.server.condition)}>
          {button('Connect', () => void acts.connect(props.name))}
        </Match>
      </Switch>
    </div>
  )
}
