import ArrowUp from 'lucide-solid/icons/arrow-up'
import Square from 'lucide-solid/icons/square'
import { createMemo, createSignal, onMount, Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { contributeCommands } from '../../commands/registry.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { CodeWords } from '../code-words.tsx'
import { useSession } from '../session-view.ts'
import { followUpText, unavailableText } from './availability.ts'
import { ChoiceButtons } from './choice-buttons.tsx'
import { choiceOf, limitOf, promptChoiceOf } from './prompt-choice.ts'
import { createAvailableChoices } from './available-choices.ts'
import { chosenIn } from './session-choice.ts'
import styles from './composer.module.css'
import { ContextBadge } from './context-badge.tsx'
import { createArmedStop } from './armed-stop.ts'
import { useDraft } from './draft/drafts.ts'
import { createKeptUnsent } from './draft/keep-unsent.ts'
import { PromptBox } from './prompt-box.tsx'

/** Where the user writes to Kilo, chooses who answers, and stops it. */
export const Composer = (): JSX.Element => {
  const { state, sessions } = useConsole()
  const view = useSession()
  const draft = useDraft(view.ref)
  createKeptUnsent(view, draft)
  const choices = createAvailableChoices(view)
  const [stopping, setStopping] = createSignal(false)
  const choice = createMemo(() =>
    choiceOf({
      chosen: chosenIn(view.ref),
      messages: view.messages(),
      session: view.session(),
      choices: choices.data(),
    }),
  )
  const unavailable = () => unavailableText(state.link, view.server()?.info, view.folder.problem())
  const canSend = () =>
    unavailable() === null && draft.text().trim() !== '' && view.transcript() !== undefined

  const send = () => {
    const text = draft.text().trim()
    if (!canSend()) return
    draft.set('')
    void sessions.prompt(view.ref, text, promptChoiceOf(choice()))
  }
  const stop = async () => {
    setStopping(true)
    try {
      await sessions.stop(view.ref)
    } catch (error) {
      reportFailure('Couldn’t stop the session', error, () => void stop())
    } finally {
      setStopping(false)
    }
  }
  const armed = createArmedStop(() => void stop())

  onMount(() =>
    contributeCommands(() => [
      { id: 'session.prompt', run: () => draft.fill(draft.text()) },
      { id: 'session.send', when: canSend, run: send },
      { id: 'session.stop', when: view.busy, run: armed.press },
    ]),
  )

  const note = () => {
    if (armed.isArmed()) return 'Press Esc again to stop'
    return (
      unavailable() ??
      followUpText(view.busy() && draft.text().trim() !== '', view.reverted()?.messages.length)
    )
  }

  return (
    <form
      class={styles.composer}
      data-unavailable={unavailable() ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div class={styles.box}>
        <PromptBox onSend={send} onStop={armed.press} armed={armed.isArmed()} />
        <div class={styles.bar}>
          <ChoiceButtons choice={choice()} choices={choices} />
          <ContextBadge messages={view.messages()} limitOf={(model) => limitOf(choices.data(), model)} />
          <span class={styles.note} role="status">
            <CodeWords text={note()} />
          </span>
          <Show when={view.busy()}>
            <Button
              size="small"
              icon={<Square />}
              busy={stopping()}
              disabled={!view.reachable()}
              onClick={() => void stop()}
            >
              Stop
            </Button>
          </Show>
          <Button size="small" variant="primary" type="submit" icon={<ArrowUp />} disabled={!canSend()}>
            Send
          </Button>
        </div>
      </div>
    </form>
  )
}
