import { createUniqueId, Show, type JSX } from 'solid-js'
import styles from './agents.module.css'

/** A text of an agent or a command, with what is wrong with it. */
export function WrittenField(props: {
  label: string
  value: string
  onInput: (text: string) => void
  placeholder?: string
  problem?: string | undefined
  hint?: JSX.Element
  /** So many lines; absent: one. */
  rows?: number
  spellcheck?: boolean
}): JSX.Element {
  const id = createUniqueId()
  const shared = () => ({
    'aria-invalid': props.problem !== undefined,
    'aria-describedby': id,
    autocomplete: 'off',
    spellcheck: props.spellcheck ?? false,
    placeholder: props.placeholder,
    value: props.value,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      props.onInput(event.currentTarget.value),
  })
  return (
    <div class={styles.written}>
      <label class={styles.label}>
        {props.label}
        <Show when={props.rows} fallback={<input class={styles.field} {...shared()} />}>
          {(rows) => <textarea class={styles.area} rows={rows()} {...shared()} />}
        </Show>
      </label>
      <div id={id}>
        <Show when={props.problem}>{(problem) => <p class={styles.problem}>{problem()}</p>}</Show>
        <Show when={props.hint}>
          <p class={styles.quiet}>{props.hint}</p>
        </Show>
      </div>
    </div>
  )
}
