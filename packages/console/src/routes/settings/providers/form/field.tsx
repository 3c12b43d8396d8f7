import { createUniqueId, Show, type JSX } from 'solid-js'
import styles from './provider-form.module.css'

interface FieldProps {
  label: string
  value: string
  onInput: (text: string) => void
  onChange?: () => void
  hint?: JSX.Element
  /** What is wrong with it. */
  problem?: string | undefined
  placeholder?: string
  type?: 'text' | 'password' | 'url'
  inputmode?: 'numeric' | 'url'
  disabled?: boolean
  /** Several lines, of code. */
  isCode?: boolean
}

/** A box to write in, with its name, what it is for, and what is wrong with what stands in it. */
export function Field(props: FieldProps): JSX.Element {
  const id = createUniqueId()
  const common = () => ({
    'aria-invalid': props.problem !== undefined,
    'aria-describedby': id,
    disabled: props.disabled === true,
    placeholder: props.placeholder,
    autocomplete: 'off',
    spellcheck: false,
    value: props.value,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      props.onInput(event.currentTarget.value),
    onChange: () => props.onChange?.(),
  })
  return (
    <div class={styles.field}>
      <label class={styles.field}>
        <span class={styles.label}>{props.label}</span>
        <Show
          when={props.isCode}
          fallback={
            <input class={styles.box} type={props.type ?? 'text'} inputmode={props.inputmode} {...common()} />
          }
        >
          <textarea
            class={styles.code}
            rows={Math.min(10, Math.max(2, props.value.split('\n').length))}
            {...common()}
          />
        </Show>
      </label>
      <div id={id} class={styles.about}>
        <Show when={props.problem}>{(problem) => <p class={styles.problem}>{problem()}</p>}</Show>
        <Show when={props.hint}>{(hint) => <p class={styles.hint}>{hint()}</p>}</Show>
      </div>
    </div>
  )
}

/** One of a few, by name. */
export function Choice(props: {
  label: string
  options: readonly { value: string; title: string }[]
  value: string
  onChange: (value: string) => void
  hint?: JSX.Element
}): JSX.Element {
  const id = createUniqueId()
  return (
    <div class={styles.field}>
      <label class={styles.field}>
        <span class={styles.label}>{props.label}</span>
        <select
          class={styles.box}
          aria-describedby={id}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          {props.options.map(({ value, title }) => (
            <option value={value} selected={value === props.value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <div id={id} class={styles.about}>
        <Show when={props.hint}>{(hint) => <p class={styles.hint}>{hint()}</p>}</Show>
      </div>
    </div>
  )
}

export const Check = (props: {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}): JSX.Element => (
  <label class={styles.check}>
    <input
      type="checkbox"
      checked={props.checked}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
    {props.label}
  </label>
)
