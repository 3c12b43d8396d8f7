import { createEffect, createMemo, onMount, Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { contributeCommands } from '../../commands/registry.ts'
import { useSession } from '../session-view.ts'
import { createArmedStop } from './armed-stop.ts'
import { AttachButton } from './attach/attach-button.tsx'
import { AttachmentList } from './attach/attachment-list.tsx'
import { useAttachments } from './attach/attachments.ts'
import { createDrop } from './attach/create-drop.ts'
import { unavailableText } from './availability.ts'
import { createAvailableChoices } from './available-choices.ts'
import { ChoiceButtons } from './choice-buttons.tsx'
import { ComposerNote } from './composer-note.tsx'
import styles from './composer.module.css'
import { ContextBadge } from './context-badge.tsx'
import { createStop } from './create-stop.ts'
import { useDraft } from './draft/drafts.ts'
import { createKeptUnsent } from './draft/keep-unsent.ts'
import { createEnhance } from './enhance/create-enhance.ts'
import { EnhanceButton } from './enhance/enhance-button.tsx'
import { PlaceChips } from './place/place-chips.tsx'
import { PromptBox } from './prompt-box.tsx'
import { choiceOf, findModel, isTold, limitOf, promptChoiceOf } from './prompt-choice.ts'
import { QueueList } from './queue/queue-list.tsx'
import { createSend } from './send/create-send.ts'
import { SendButtons } from './send/send-buttons.tsx'
import { SendProblemNotice } from './send/send-problem.tsx'
import { chosenIn, letGo } from './session-choice.ts'

/** Where the user writes to Kilo, chooses who answers, and stops it. */
export const Composer = (): JSX.Element => {
  const { state, can } = useConsole()
  const view = useSession()
  const draft = useDraft(view.ref)
  const attachments = useAttachments(view.ref)
  createKeptUnsent(view, draft)
  const choices = createAvailableChoices(view)
  const known = () => ({
    chosen: chosenIn(view.ref),
    messages: view.messages(),
    session: view.session(),
    choices: choices.data(),
  })
  const choice = createMemo(() => choiceOf(known()))
  createEffect(() => isTold(known()) && letGo(view.ref))
  const unavailable = () => unavailableText(state.link, view.server()?.info, view.folder.problem())
  const isWritten = () => draft.text().trim() !== ''
  const canSend = () =>
    unavailable() === null &&
    (isWritten() || attachments.list().length > 0) &&
    attachments.reading() === 0 &&
    view.transcript() !== undefined
  const sender = createSend(view, { draft, attachments, choice: () => promptChoiceOf(choice()), canSend })
  const enhance = createEnhance(view, draft)
  const stop = createStop(view)
  const armed = createArmedStop(stop.run)
  const held = createDrop(attachments)

  onMount(() =>
    contributeCommands(() => [
      { id: 'session.prompt', run: () => draft.fill(draft.text()) },
      { id: 'session.send', when: canSend, run: sender.send },
      { id: 'session.stop', when: view.busy, run: armed.press },
    ]),
  )

  return (
    <form
      class={styles.composer}
      data-unavailable={unavailable() ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        sender.send()
      }}
    >
      <SendProblemNotice sender={sender} />
      <div class={styles.box} data-box data-drop={held() ? '' : undefined}>
        <QueueList />
        <AttachmentList
          attachments={attachments}
          seesImages={findModel(choices.data(), choice().model)?.seesImages}
        />
        <PromptBox
          draft={draft}
          attachments={attachments}
          onSend={sender.send}
          onStop={armed.press}
          onUndo={enhance.undo()}
          armed={armed.isArmed()}
        />
        <div class={styles.bar}>
          <AttachButton attachments={attachments} />
          <ChoiceButtons choice={choice()} choices={choices} />
          <ContextBadge messages={view.messages()} limitOf={(model) => limitOf(choices.data(), model)} />
          <ComposerNote
            unavailable={unavailable()}
            armed={armed.isArmed()}
            looking={sender.looking()}
            held={held()}
            text={draft.text()}
          />
          <span class={styles.actions}>
            <Show when={can(view.ref.serverId, 'enhance')}>
              <EnhanceButton
                enhance={enhance}
                disabled={unavailable() !== null || !isWritten() || /^\s*[/!]/.test(draft.text())}
              />
            </Show>
            <SendButtons stop={stop} canSend={canSend()} busy={sender.looking()} />
          </span>
        </div>
      </div>
      <PlaceChips />
    </form>
  )
}
