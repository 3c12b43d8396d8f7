import { useNavigate } from '@solidjs/router'
import { createUniqueId, onCleanup, onMount, Show, type JSX } from 'solid-js'
import { followUpText, unavailableText } from '../../session/composer/availability.ts'
import { choiceIn } from '../../session/composer/choice-in.ts'
import { extraOf } from '../../session/composer/complete/mention.ts'
import { useDraft } from '../../session/composer/draft/drafts.ts'
import { createKeptDraft } from '../../session/composer/draft/keep-unsent.ts'
import { trimMarked } from '../../session/composer/marks/marks.ts'
import { actOf } from '../../session/composer/prompt-keys.ts'
import { readPrompt } from '../../session/composer/send/read-prompt.ts'
import { createUsedUp } from '../../session/composer/send/used-up.ts'
import { useSession } from '../../session/session-view.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/keystroke.ts'
import { createMedia } from '../../ui/media.ts'
import { sendsByEnter } from '../../ui/preferences.ts'
import { reportUnsent } from '../report-unsent.ts'
import styles from './peek.module.css'

/** Lines of what is being written that are in sight. */
const MOST_LINES = 6

/** The session's prompt, to be written on and sent from here, with its own agent and model. */
export function QuickReply(props: { focused: boolean }): JSX.Element {
  const { state } = useConsole()
  const view = useSession()
  const draft = useDraft(view.ref)
  createKeptDraft(view.ref, draft)
  const touch = createMedia('(pointer: coarse)')
  const note = createUniqueId()
  const usedUp = createUsedUp(view.ref)
  const deliver = createDelivery()
  let field: HTMLTextAreaElement | undefined
  const written = () => trimMarked(draft.text(), draft.marks())
  const unavailable = () => unavailableText(state.link, view.server()?.info, view.folder.problem())
  const kept = () => {
    if (readPrompt(written().text).kind !== 'text') return 'Commands are run in the session itself: open it.'
    const used = usedUp()
    return used === undefined ? undefined : `The budget is used up. ${used} Open the session to go on anyway.`
  }
  const canSend = () => written().text !== '' && kept() === undefined && unavailable() === null
  const said = () => {
    const here = kept()
    if (here !== undefined) return here
    if (view.requests()[0]?.kind === 'question' && unavailable() === null)
      return 'Dismisses the question when sent'
    return unavailable() ?? followUpText(view.busy(), view.reverted()?.messages.length)
  }
  const send = () => {
    if (!canSend()) return
    const { text, marks } = written()
    draft.set('')
    void deliver(
      text,
      marks.map((mark) => extraOf(mark, view.directory())),
    )
  }
  const press = (event: KeyboardEvent) => {
    const { key, shiftKey: shift } = event
    const composing = isComposing(event)
    if (composing) event.stopPropagation()
    const pressed = { key, shift, mod: event.ctrlKey || event.metaKey, composing }
    if (actOf(pressed, { ...QUIET, sendsByEnter: sendsByEnter(), touch: touch() }) !== 'send') return
    event.preventDefault()
    send()
  }
  onMount(() => props.focused && field?.focus())
  return (
    <form
      class={styles.reply}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        ref={(element) => (field = element)}
        class={styles.field}
        aria-label="Reply"
        aria-describedby={note}
        placeholder="Reply"
        autocomplete="off"
        dir="auto"
        rows={Math.min(draft.text().split('\n').length, MOST_LINES)}
        value={draft.text()}
        onInput={({ currentTarget }) => draft.set(currentTarget.value, currentTarget.selectionStart)}
        onKeyDown={press}
      />
      <Button type="submit" size="small" disabled={!canSend()}>
        Send
      </Button>
      <p id={note} class={styles.note}>
        <Show when={said()}>{(said) => said()}</Show>
      </p>
    </form>
  )
}

/** Of the keys of a prompt, a reply has those that send. */
const QUIET = { busy: false, asked: false, armed: false, undoable: false, text: '', recalled: false }

/** Sends, and says how that went: the card shows what failed, as long as it is there. */
function createDelivery() {
  const { sessions } = useConsole()
  const view = useSession()
  const navigate = useNavigate()
  const { serverId, sessionId } = view.ref
  let isShown = true
  onCleanup(() => (isShown = false))
  return async (text: string, extras: ReturnType<typeof extraOf>[]): Promise<void> => {
    const problem = await sessions.prompt(view.ref, text, choiceIn(view.server(), view.ref), extras)
    if (!problem) announce('Sent')
    else if (isShown) announce(`Couldn’t send the reply: ${problem.message}`, 'urgent')
    else reportUnsent('Couldn’t send the reply', problem, () => navigate(links.session(serverId, sessionId)))
  }
}
