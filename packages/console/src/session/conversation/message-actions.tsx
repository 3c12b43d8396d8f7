import type { Message, Part } from '@kilocode/sdk/v2/client'
import GitFork from 'lucide-solid/icons/git-fork'
import Link from 'lucide-solid/icons/link'
import Pencil from 'lucide-solid/icons/pencil'
import Undo from 'lucide-solid/icons/undo-2'
import { Show, type JSX } from 'solid-js'
import type { Cut } from '../../../shared/cut-parts.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { linkToMessage } from '../jump/message-link.ts'
import { useSession } from '../session-view.ts'
import { useTakeBack } from '../take-back/take-back.ts'
import styles from './message-actions.module.css'
import { createWhole } from '../whole-text.tsx'
import { promptTextOf } from './rows.ts'

export interface MessageActionsProps {
  message: Message
  parts: readonly Cut<Part>[]
  /** It waits for its turn: nothing of it can be taken back yet. */
  queued: boolean
}

/** What can be done with one message, in its upper corner: seen while it is pointed at or has the focus, and always where nobody can point. */
export const MessageActions = (props: MessageActionsProps): JSX.Element => {
  const view = useSession()
  const show = createWhole()
  const copied = () => {
    const { id } = props.message
    const isCut = props.parts.some(({ type, cut }) => type === 'text' && cut !== undefined)
    if (!isCut) return promptTextOf(props.parts)
    // Out of the store: this row may be scrolled away when it is there, and would know the beginning alone.
    return show(id).then((isWhole) =>
      isWhole ? promptTextOf(view.transcript()?.parts[id] ?? []) : undefined,
    )
  }
  const hasText = () => props.parts.some((part) => part.type === 'text' && part.text.trim() !== '')
  return (
    <div class={styles.actions}>
      <Show when={hasText()}>
        <CopyButton name="Copy" text={copied} />
        <CopyButton
          name="Copy link"
          text={() => linkToMessage(location.href, props.message.id)}
          icon={() => <Link />}
        />
      </Show>
      <Show when={props.message.role === 'user' && !props.queued}>
        <OfPrompt id={props.message.id} wasWritten={!props.parts.some(({ type }) => type === 'compaction')} />
      </Show>
    </div>
  )
}

const OfPrompt = (props: { id: string; wasWritten: boolean }): JSX.Element => {
  const view = useSession()
  const takeBack = useTakeBack()
  return (
    <>
      <Show when={takeBack.can('revert')}>
        <Show when={props.wasWritten}>
          <IconButton
            name="Edit and resend"
            size="small"
            disabled={!view.reachable()}
            onClick={() => takeBack.ask({ messageId: props.id, edit: true })}
          >
            <Pencil />
          </IconButton>
        </Show>
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
