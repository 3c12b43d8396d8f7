import { createSignal, createUniqueId, onMount, Show, type JSX } from 'solid-js'
import { followUpText, unavailableText } from '../../session/composer/availability.ts'
import { choiceIn } from '../../session/composer/choice-in.ts'
import { readPrompt } from '../../session/composer/send/read-prompt.ts'
import { useSession } from '../../session/session-view.ts'
import { useConsole } from '../../store/context.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/keystroke.ts'
import styles from './peek.module.css'

/** What was begun in a card that is closed, by session, as long as the page lives. */
const begun = new Map<string, string>()

/** One line to a session, sent with its own agent and model. */
export function QuickReply(props: { focused: boolean }): JSX.Element {
  const { state, sessions } = useConsole()
  const view = useSession()
  const note = createUniqueId()
  const [text, setText] = createSignal(begun.get(view.ref.sessionId) ?? '')
  let field: HTMLInputElement | undefined
  const unavailable = () => unavailableText(state.link, view.server()?.info, view.folder.problem())
  const isCommand = () => readPrompt(text().trim()).kind !== 'text'
  const said = () => {
    if (isCommand()) return 'Commands are run in the session itself: open it.'
    if (view.requests()[0]?.kind === 'question' && unavailable() === null)
      return 'Dismisses the question when sent'
    return unavailable() ?? followUpText(view.busy(), view.reverted()?.messages.length)
  }
  const write = (words: string) => {
    setText(words)
    if (words === '') begun.delete(view.ref.sessionId)
    else begun.set(view.ref.sessionId, words)
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const words = text().trim()
    if (words === '' || isCommand() || unavailable() !== null) return
    void sessions.prompt(view.ref, words, choiceIn(view.server(), view.ref))
    write('')
    announce('Sent')
  }
  onMount(() => props.focused && field?.focus())
  return (
    <form class={styles.reply} onSubmit={send}>
      <input
        ref={(element) => (field = element)}
        class={styles.field}
        aria-label="Reply"
        aria-describedby={note}
        placeholder="Reply"
        autocomplete="off"
        dir="auto"
        value={text()}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => isComposing(event) && event.stopPropagation()}
      />
      <Button
        type="submit"
        size="small"
        disabled={text().trim() === '' || isCommand() || unavailable() !== null}
      >
        Send
      </Button>
      <p id={note} class={styles.note}>
        <Show when={said()}>{(said) => said()}</Show>
      </p>
    </form>
  )
}
