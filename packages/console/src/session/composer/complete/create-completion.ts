import { createSignal, type Accessor } from 'solid-js'
import type { Draft } from '../draft/drafts.ts'
import { triggerAt, type Trigger } from './trigger.ts'

/** The list of suggestions, once its code is there. */
export interface SuggestionList {
  id: string
  /** The element's id of the suggestion that Enter takes. */
  activeId: Accessor<string | undefined>
  /** Whether it takes the key. */
  press(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): boolean
}

/** What the box knows of completion: where something begins that can be completed. The list, and all that it asks, comes on demand. */
export interface Completion {
  /** Undefined: nothing is to be completed now. */
  trigger: Accessor<Trigger | undefined>
  list: Accessor<SuggestionList | undefined>
  setList: (list: SuggestionList | undefined) => void
  /** To be told after each change of text or caret. */
  look: (box: HTMLTextAreaElement) => void
  /** Until something else is to be completed. */
  close: () => void
}

const isSame = (a: Trigger | undefined, b: Trigger | undefined) =>
  a?.kind === b?.kind && a?.from === b?.from && a?.to === b?.to && a?.query === b?.query

export function createCompletion(draft: Draft): Completion {
  const [trigger, setTrigger] = createSignal<Trigger | undefined>(undefined, { equals: isSame })
  const [list, setList] = createSignal<SuggestionList>()
  let closed: Trigger | undefined
  return {
    trigger,
    list,
    setList,
    look(box) {
      const found =
        box.selectionStart === box.selectionEnd
          ? triggerAt(box.value, box.selectionStart, draft.marks())
          : undefined
      // Who has closed it for this word does not want it with the next letter.
      const isClosed = found && closed && found.kind === closed.kind && found.from === closed.from
      if (!isClosed) closed = undefined
      setTrigger(isClosed ? undefined : found)
    },
    close() {
      closed = trigger()
      setTrigger(undefined)
    },
  }
}
