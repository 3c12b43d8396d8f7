import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { isComposing, shortcutKey } from '../../ui/keystroke.ts'
import { createMedia } from '../../ui/media.ts'
import { sendsByEnter } from '../../ui/preferences.ts'
import { focusNext } from '../requests/focus-next.ts'
import { useSession } from '../session-view.ts'
import type { Attachments } from './attach/attachments.ts'
import { createCompletion } from './complete/create-completion.ts'
import { Suggestions } from './complete/suggestions.tsx'
import styles from './composer.module.css'
import type { Draft } from './draft/drafts.ts'
import { createFit } from './create-fit.ts'
import { createHistory } from './history/create-history.ts'
import { MarkLayer } from './marks/mark-layer.tsx'
import { actOf } from './prompt-keys.ts'

export interface PromptBoxProps {
  draft: Draft
  attachments: Attachments
  onSend: () => void
  onStop: () => void
  /** Takes back what a button has made of the text; undefined: nothing to take back. */
  onUndo: (() => void) | undefined
  armed: boolean
}

/** The box for the prompt. It grows with its text up to a third of the window. Each letter is drawn before anything is asked. */
export const PromptBox = (props: PromptBoxProps): JSX.Element => {
  const view = useSession()
  const draft = props.draft
  const touch = createMedia('(pointer: coarse)')
  const history = createHistory(view, draft)
  const completion = createCompletion(draft)
  const [scrollTop, setScrollTop] = createSignal(0)
  let box: HTMLTextAreaElement | undefined

  // The text may come from elsewhere: a suggestion, an earlier prompt, another visit to this session.
  createEffect(() => {
    const text = draft.text()
    if (box && box.value !== text) box.value = text
  })
  createFit(() => box, draft.text)
  createEffect(
    on(draft.focus, (wanted, _, isThere = false) => {
      if (!wanted) return true
      draft.focused()
      // Whoever comes to a session that waits for a word: a phone's keyboard would cover what it is about.
      if (!isThere && touch()) return true
      box?.focus()
      box?.setSelectionRange(wanted.caret, wanted.caret)
      look()
      return true
    }),
  )

  const look = () => box && completion.look(box)
  const write = ({ value, selectionEnd }: HTMLTextAreaElement) => {
    history.forget()
    draft.set(value, selectionEnd)
    look()
  }
  const leave = () => {
    const page = box?.form?.parentElement
    if (page) focusNext(page, 'conversation')
  }
  const keyOf = (event: KeyboardEvent) => ({
    // The place of Z, whatever a layout without Latin letters types there; Caps Lock is no Shift.
    key: event.ctrlKey || event.metaKey ? shortcutKey(event).replace('Z', 'z') : event.key,
    shift: event.shiftKey,
    mod: event.ctrlKey || event.metaKey,
    composing: isComposing(event),
  })
  const situation = () => ({
    busy: view.busy(),
    asked: view.requests().length > 0,
    armed: props.armed,
    touch: touch(),
    sendsByEnter: sendsByEnter(),
    text: draft.text(),
    recalled: history.isRecalled(),
    undoable: props.onUndo !== undefined,
  })
  const press = (event: KeyboardEvent) => {
    const taken = !isComposing(event) && completion.list()?.press(event)
    const act = taken ? 'none' : actOf(keyOf(event), situation())
    if (taken) event.preventDefault()
    // The list may be on its way, or what it lists: then it is not to come after all.
    else if (event.key === 'Escape') completion.close()
    if (act === 'none' || act === 'newline') return
    event.preventDefault()
    if (act === 'send') {
      props.onSend()
      history.forget()
    } else if (act === 'undo') props.onUndo?.()
    else if (act === 'leave') leave()
    else if (act === 'earlier' || act === 'later') history.go(act === 'earlier' ? 1 : -1)
    else props.onStop()
  }
  const paste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files
    // Office programs put a picture of the text beside the text.
    if (!files?.length || event.clipboardData?.types.includes('text/plain')) return
    event.preventDefault()
    props.attachments.add(files)
  }

  return (
    <div class={styles.field} data-shell={draft.text().startsWith('!') ? '' : undefined}>
      <Show when={draft.marks().length > 0}>
        <MarkLayer draft={draft} scrollTop={scrollTop()} />
      </Show>
      <textarea
        ref={(element) => (box = element)}
        class={styles.prompt}
        aria-label="Prompt"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={completion.list()?.id}
        aria-activedescendant={completion.list()?.activeId()}
        dir="auto"
        rows={1}
        placeholder={
          view.busy() ? 'Add something while Kilo works' : 'Ask Kilo: @ files, / commands, ! shell'
        }
        autocomplete="off"
        enterkeyhint={touch() || !sendsByEnter() ? 'enter' : 'send'}
        onInput={(event) => write(event.currentTarget)}
        onKeyDown={press}
        onKeyUp={(event) => /^(Arrow|Home|End|Page)/.test(event.key) && look()}
        onClick={look}
        onBlur={completion.close}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        onPaste={paste}
      />
      <Suggestions
        completion={completion}
        draft={draft}
        anchor={() => box?.form?.querySelector<HTMLElement>('[data-box]') ?? box}
      />
    </div>
  )
}
