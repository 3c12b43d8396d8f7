import { batch, createSignal, type Accessor } from 'solid-js'
import type { Draft as KeptDraft, Mark } from '../../../../shared/unsent.ts'
import { hostNow } from '../../../clock/host-time.ts'
import type { SessionRef } from '../../../store/types.ts'
import { editOf, moveMarks } from '../marks/marks.ts'

/** What a person has begun to write in one session. */
export interface Draft {
  text: Accessor<string>
  /** What of the text names files, folders and agents. */
  marks: Accessor<readonly Mark[]>
  /** The text as it was typed: marks stay where their words are. `caret`: where it stands in the box. */
  set(text: string, caret?: number): void
  /** Puts a text there and asks for the focus. */
  fill(text: string, marks?: readonly Mark[]): void
  /** Puts text in place of a piece, with the marks in it (places in the whole text). */
  replace(from: number, to: number, text: string, marks: readonly Mark[]): void
  /** Another one with each `fill` and `replace`: the box takes the focus, and its caret goes there. */
  focus: Accessor<{ caret: number }>
  /** What the host has kept, from another page or another browser: taken unless something was written here later. */
  offer(kept: KeptDraft): void
  /** As it is to be kept; undefined: nothing was written here. */
  kept: Accessor<KeptDraft | undefined>
}

/** Of this page; the host keeps them longer (keep-draft.ts). Browser storage is no place for them: a draft may hold a secret. */
const drafts = new Map<string, Draft>()

interface Content {
  text: string
  marks: readonly Mark[]
}

function makeDraft(): Draft {
  const [content, setContent] = createSignal<Content>({ text: '', marks: [] })
  const [kept, setKept] = createSignal<KeptDraft>()
  const [focus, setFocus] = createSignal({ caret: 0 })
  const write = (text: string, marks: readonly Mark[]) =>
    batch(() => {
      setContent({ text, marks })
      setKept({ text, marks: [...marks], at: hostNow() })
    })
  return {
    text: () => content().text,
    marks: () => content().marks,
    focus,
    kept,
    set(text, caret) {
      const before = content()
      if (text !== before.text) write(text, moveMarks(before.marks, editOf(before.text, text, caret)))
    },
    fill: (text, marks = content().text === text ? content().marks : []) =>
      batch(() => {
        if (text !== content().text) write(text, marks)
        setFocus({ caret: text.length })
      }),
    replace(from, to, text, marks) {
      const before = content()
      const after = before.text.slice(0, from) + text + before.text.slice(to)
      batch(() => {
        write(after, [...moveMarks(before.marks, { from, to, length: text.length }), ...marks])
        setFocus({ caret: from + text.length })
      })
    },
    offer(offered) {
      if (offered.at > (kept()?.at ?? 0)) setContent({ text: offered.text, marks: offered.marks })
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
