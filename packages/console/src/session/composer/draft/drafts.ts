import { batch, createSignal, type Accessor } from 'solid-js'
import type { Draft as KeptDraft, Mark } from '../../../../shared/unsent.ts'
import { hostNow } from '../../../clock/host-time.ts'
import { keyOf } from '../../../store/session-key.ts'
import type { SessionRef } from '../../../store/types.ts'
import { editOf, moveMarks } from '../marks/marks.ts'
import { makeUnheardChanges, type TextChange } from './unheard-changes.ts'

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
  /** Changes what was written, here or elsewhere: what the host has kept, once that is heard of, is changed in the same way. */
  change(by: TextChange): void
  /** Another one with each `fill` and `replace`, until a box has taken it: there may be none yet. It takes the focus, and its caret goes there. */
  focus: Accessor<{ caret: number } | undefined>
  /** A box has taken it. */
  focused(): void
  /** What the host has kept, from another page or another browser; undefined: nothing. Taken unless something was written here later. */
  offer(kept: KeptDraft | undefined): void
  /** As it is to be kept; undefined: nothing was written here, or only changes of what nobody has heard of yet. */
  kept: Accessor<KeptDraft | undefined>
}

/** Of this page; the host keeps them longer (keep-unsent.ts). Browser storage is no place for them: a draft may hold a secret. */
const drafts = new Map<string, Draft>()

interface Content {
  text: string
  marks: readonly Mark[]
}

const EMPTY: Content = { text: '', marks: [] }

/** What is written, here or elsewhere: which of it holds. */
function makeContent() {
  const [now, setNow] = createSignal<Content>(EMPTY)
  const [kept, setKept] = createSignal<KeptDraft>()
  const unheard = makeUnheardChanges()
  const put = ({ text, marks }: Content) =>
    batch(() => {
      setNow({ text, marks })
      setKept({ text, marks: [...marks], at: hostNow() })
    })
  const write = (content: Content) => {
    unheard.take()
    put(content)
  }
  const change = (by: TextChange) => {
    const changed = edited(now(), by(now().text))
    if (unheard.add(by)) setNow(changed)
    else put(changed)
  }
  const offer = (offered: KeptDraft | undefined) => {
    const changes = unheard.take()
    const { text, marks } = offered ?? EMPTY
    if (changes) put(edited({ text, marks }, changes(text)))
    else if (offered && offered.at > (kept()?.at ?? 0)) setNow({ text, marks })
  }
  return { now, kept, write, change, offer }
}

const edited = ({ text, marks }: Content, after: string, caret?: number): Content => ({
  text: after,
  marks: moveMarks(marks, editOf(text, after, caret)),
})

function makeDraft(): Draft {
  const { now, write, ...content } = makeContent()
  const [focus, setFocus] = createSignal<{ caret: number }>()
  return {
    ...content,
    text: () => now().text,
    marks: () => now().marks,
    focus,
    focused: () => setFocus(),
    set(text, caret) {
      if (text !== now().text) write(edited(now(), text, caret))
    },
    fill: (text, marks = now().text === text ? now().marks : []) =>
      batch(() => {
        if (text !== now().text) write({ text, marks })
        setFocus({ caret: text.length })
      }),
    replace(from, to, text, marks) {
      const before = now()
      batch(() => {
        write({
          text: before.text.slice(0, from) + text + before.text.slice(to),
          marks: [...moveMarks(before.marks, { from, to, length: text.length }), ...marks],
        })
        setFocus({ caret: from + text.length })
      })
    },
  }
}

export function useDraft(ref: SessionRef): Draft {
  const key = keyOf(ref)
  const known = drafts.get(key)
  if (known) return known
  const fresh = makeDraft()
  drafts.set(key, fresh)
  return fresh
}
