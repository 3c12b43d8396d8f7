import { createEffect, on, type JSX } from 'solid-js'
import { isComposing } from '../../ui/keystroke.ts'
import { createMedia } from '../../ui/media.ts'
import { promptTextOf } from '../conversation/rows.ts'
import { focusNext } from '../requests/focus-next.ts'
import { useSession } from '../session-view.ts'
import styles from './composer.module.css'
import { useDraft } from './draft/drafts.ts'
import { actOf } from './prompt-keys.ts'
import { notRecalled, stepRecall } from './recall.ts'

export interface PromptBoxProps {
  onSend: () => void
  onStop: () => void
  armed: boolean
}

/** The box for the prompt. It grows with its text up to a third of the window. */
export const PromptBox = (props: PromptBoxProps): JSX.Element => {
  const view = useSession()
  const draft = useDraft(view.ref)
  const touch = createMedia('(pointer: coarse)')
  let recall = notRecalled
  let box: HTMLTextAreaElement | undefined

  // The text may come from elsewhere: a suggestion, an earlier prompt, another visit to this session.
  createEffect(() => {
    const text = draft.text()
    if (!box) return
    if (box.value !== text) box.value = text
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  })
  createEffect(
    on(
      draft.focus,
      ({ caret }) => {
        box?.focus()
        box?.setSelectionRange(caret, caret)
      },
      { defer: true },
    ),
  )

  const prompts = () => {
    const transcript = view.transcript()
    return (transcript?.messages ?? [])
      .filter((message) => message.role === 'user')
      .map((message) => promptTextOf(transcript?.parts[message.id] ?? []))
      .filter((text) => text !== '')
  }
  const go = (step: 1 | -1) => {
    const next = stepRecall(recall, step, prompts(), draft.text())
    recall = next.recall
    draft.set(next.text)
  }
  const write = (text: string) => {
    recall = notRecalled
    draft.set(text)
  }
  const leave = () => {
    const page = box?.form?.parentElement
    if (page) focusNext(page, 'conversation')
  }
  const press = (event: KeyboardEvent) => {
    const act = actOf(
      {
        key: event.key,
        shift: event.shiftKey,
        mod: event.ctrlKey || event.metaKey,
        composing: isComposing(event),
      },
      {
        busy: view.busy(),
        asked: view.requests()[0]?.kind === 'permission',
        armed: props.armed,
        touch: touch(),
        text: draft.text(),
        recalled: recall.at >= 0,
      },
    )
    if (act === 'none' || act === 'newline') return
    event.preventDefault()
    if (act === 'send') {
      props.onSend()
      recall = notRecalled
    } else if (act === 'leave') leave()
    else if (act === 'earlier' || act === 'later') go(act === 'earlier' ? 1 : -1)
    else props.onStop()
  }

  return (
    <textarea
      ref={(element) => (box = element)}
      class={styles.prompt}
      aria-label="Prompt"
      dir="auto"
      rows={1}
      placeholder={view.busy() ? 'Add something while Kilo works' : 'Ask Kilo'}
      autocomplete="off"
      enterkeyhint={touch() ? 'enter' : 'send'}
      onInput={(event) => write(event.currentTarget.value)}
      onKeyDown={press}
    />
  )
}
