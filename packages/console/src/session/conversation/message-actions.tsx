import type { Message } from '@kilocode/sdk/v2/client'
import GitFork from 'lucide-solid/icons/git-fork'
import Pencil from 'lucide-solid/icons/pencil'
import Undo from 'lucide-solid/icons/undo-2'
import { Show, type JSX } from 'solid-js'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSession } from '../session-view.ts'
import { useTakeBack } from '../take-back/take-back.ts'
import styles from './message-actions.module.css'

/** What can be done with one message, beside its author: seen when the pointer or the focus is in it, always where there is no pointer. */
export const MessageActions = (props: { message: Message }): JSX.Element => (
  <div class={styles.actions}>
    <Show when={props.message.role === 'user'}>
      <OfPrompt id={props.message.id} />
    </Show>
  </div>
)

const OfPrompt = (props: { id: string }): JSX.Element => {
  const view = useSession()
  const takeBack = useTakeBack()
  return (
    <>
      <Show when={takeBack.can('revert')}>
        <IconButton
          name="Edit and resend"
          size="small"
          disabled={!view.reachable()}
          onClick={() => takeBack.ask({ messageId: props.id, edit: true })}
        >
          <Pencil />
        </IconButton>
        <IconButton
          name="Revert to here"
          size="small"
          disabled={!view.reachable()}
          onClick={() => takeBack.ask({ messageId: props.id, edit: false })}
        >
          <Undo />
        </IconButton>
      </Show>
      <Show when={takeBack.can('branch')}>
        <IconButton
          name="Fork from here"
          size="small"
          disabled={!view.reachable()}
          onClick={() => takeBack.fork(props.id)}
        >
          <GitFork />
        </IconButton>
      </Show>
    </>
  )
}
