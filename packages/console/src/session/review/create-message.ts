import { createSignal, type Accessor } from 'solid-js'

export interface Message {
  text: Accessor<string>
  set: (text: string) => void
  /** Puts what is suggested there, unless somebody goes on writing. */
  generate: (suggest: () => Promise<string>) => Promise<void>
  /** What it took the place of, until it is edited. */
  replaced: Accessor<string | undefined>
}

/** A message that a person writes, a model, or one after the other. */
export function createMessage(): Message {
  const [text, set] = createSignal('')
  const [generated, setGenerated] = createSignal<{ before: string; after: string }>()
  return {
    text,
    set,
    async generate(suggest) {
      const before = text()
      const after = await suggest()
      if (text() !== before) return
      set(after)
      setGenerated({ before, after })
    },
    replaced() {
      const last = generated()
      return last && last.before.trim() !== '' && text() === last.after ? last.before : undefined
    },
  }
}
