import { createSignal, type Accessor } from 'solid-js'
import type { SessionRef } from '../../store/types.ts'

/** What a person has begun to write in one session. */
export interface Draft {
  text: Accessor<string>
  set(text: string): void
  /** Puts a text there and asks for the focus. */
  fill(text: string): void
  /** Counts up with every `fill`. */
  filled: Accessor<number>
}

/** In memory alone: a draft may hold a secret, and browser storage is no place for one. It lasts as long as the page. */
const drafts = new Map<string, Draft>()

function makeDraft(): Draft {
  const [text, set] = createSignal('')
  const [filled, setFilled] = createSignal(0)
  return {
    text,
    set,
    filled,
    fill(text) {
      set(text)
      setFilled((count) => count + 1)
    },
  }
}

export function useDraft({ serverId, sessionId }: SessionRef): Draft {
  const key = `${serverId}/${sessionId}`
  const known = drafts.get(key)
  if (known) return known
  const fresh = makeDraft()
  drafts.set(key, fresh)
  return fresh
}
