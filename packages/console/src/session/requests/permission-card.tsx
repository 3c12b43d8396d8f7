import type { Session } from '@kilocode/sdk/v2/client'
import { Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import type { Permission } from '../../store/types.ts'
import type { PartProps } from '../../ui/create-part.tsx'
import { StateIcon } from '../../ui/state-icon.tsx'
import { choiceIn } from '../composer/choice-in.ts'
import { useSession } from '../session-view.ts'
import { asksOf } from '../tools/registry/registry.ts'
import { AskerLine } from './asker-line.tsx'
import { PermissionAsk } from './permission-ask.tsx'
import styles from './card.module.css'

export interface PermissionCardProps extends PartProps {
  request: Permission
  /** The session that asks. */
  by: Session | undefined
  /** How many requests wait behind this one. */
  more: number
}

/** Asks the user whether a call may go on: who asks, for what exactly, and how far "always" would reach. */
export const PermissionCard = (props: PermissionCardProps): JSX.Element => {
  const { sessions } = useConsole()
  const view = useSession()
  const directory = () => props.by?.directory ?? props.request.directory
  // To the session on screen, which for a subagent is the one that started it.
  const deliver = (words: string) => void sessions.prompt(view.ref, words, choiceIn(view.server(), view.ref))
  return (
    <section class={styles.card} role="region" aria-label="Permission" tabIndex={-1}>
      <header class={styles.head}>
        <StateIcon activity="permission" />
        <h2 class={styles.title}>Kilo {asksOf(props.request.permission)}</h2>
        <span class={styles.kind}>{props.request.permission}</span>
        <Show when={props.more > 0}>
          <span class={styles.more}>{props.more} more</span>
        </Show>
      </header>
      <AskerLine by={props.by} messageId={props.request.tool?.messageID} directory={directory()} />
      <PermissionAsk
        serverId={view.ref.serverId}
        request={props.request}
        directory={directory()}
        reachable={view.reachable()}
        onWords={deliver}
        elsewhere={<span class={styles.reading}>Loading the details…</span>}
      />
    </section>
  )
}
