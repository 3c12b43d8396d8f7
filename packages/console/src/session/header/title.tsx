import { createEffect, createSignal, Show, untrack, type JSX } from 'solid-js'
import { isComposing } from '../../ui/keystroke.ts'
import styles from './header.module.css'

export interface TitleProps {
  title: string
  renaming: boolean
  onRenaming: (renaming: boolean) => void
  /** Never rejects. */
  onRename: (title: string) => Promise<void>
}

/** The session's name, changed in place: a double click or the menu begins, Enter keeps, Escape leaves it as it was. */
export const Title = (props: TitleProps): JSX.Element => {
  const [saving, setSaving] = createSignal<string>()
  let input: HTMLInputElement | undefined

  createEffect(() => {
    if (!props.renaming) return
    input?.focus()
    input?.select()
  })

  const keep = async () => {
    const title = input?.value.trim() ?? ''
    props.onRenaming(false)
    if (title === '' || title === props.title) return
    setSaving(title)
    await props.onRename(title)
    setSaving(undefined)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter') void keep()
    else if (event.key === 'Escape') props.onRenaming(false)
  }

  return (
    <Show
      when={props.renaming}
      fallback={
        <h1 class={styles.title} title={props.title} dir="auto" onDblClick={() => props.onRenaming(true)}>
          {saving() ?? props.title}
        </h1>
      }
    >
      <input
        ref={(element) => (input = element)}
        class={styles.input}
        aria-label="Session title"
        dir="auto"
        // As it was: the engine finds a name of its own while somebody types one.
        value={untrack(() => props.title)}
        maxLength={200}
        onKeyDown={press}
        onBlur={() => props.renaming && void keep()}
      />
    </Show>
  )
}
