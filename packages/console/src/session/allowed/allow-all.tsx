import { Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { canAllowAll } from '../../store/allowances.ts'
import type { Permission } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import styles from './allow-all.module.css'
import { kindText } from './kind-text.ts'

/** Allows all of one kind, until the session is done or this page is closed. */
export const AllowAll = (props: {
  serverId: string
  request: Permission
  disabled: boolean
  /** Whether the press counts (requests/arming.ts). */
  takes: (press: Event) => boolean
}): JSX.Element => {
  const { allowances, state } = useConsole()
  const isSubagent = () =>
    state.servers[props.serverId]?.sessions[props.request.sessionID]?.parentID !== undefined
  return (
    <Show when={canAllowAll(props.request)}>
      <Button
        size="small"
        variant="ghost"
        class={styles.allow ?? ''}
        disabled={props.disabled}
        onClick={(event) => {
          if (!props.takes(event)) return
          const { sessionID, permission } = props.request
          allowances.allow({ serverId: props.serverId, sessionId: sessionID, permission })
        }}
      >
        Allow {kindText(props.request.permission)} {isSubagent() ? 'of this subagent' : 'here'} until it is
        done
      </Button>
    </Show>
  )
}
