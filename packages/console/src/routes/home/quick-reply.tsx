import { createSignal, type JSX } from 'solid-js'
import type { PermissionReply } from '../../store/actions/requests.ts'
import { useConsole } from '../../store/context.ts'
import type { Permission } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { reportFailure } from '../shell/report.ts'
import styles from './need-card.module.css'

/** Answers a permission request where it is listed. What is allowed for good is decided in the session, where one sees why. */
export function QuickReply(props: { serverId: string; request: Permission }): JSX.Element {
  const { requests } = useConsole()
  const [sending, setSending] = createSignal<PermissionReply | null>(null)
  const reply = async (answer: PermissionReply) => {
    const { serverId, request } = props
    setSending(answer)
    try {
      await requests.replyPermission(serverId, request, answer)
    } catch (error) {
      reportFailure('The answer was not sent', error, () => void reply(answer))
    } finally {
      setSending(null)
    }
  }
  return (
    <div class={styles.replies} role="group" aria-label="Answer">
      <Button size="small" variant="primary" busy={sending() === 'once'} onClick={() => void reply('once')}>
        Allow once
      </Button>
      <Button size="small" busy={sending() === 'reject'} onClick={() => void reply('reject')}>
        Reject
      </Button>
    </div>
  )
}
