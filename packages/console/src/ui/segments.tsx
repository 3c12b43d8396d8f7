import { createUniqueId, For, type JSX } from 'solid-js'
import styles from './segments.module.css'
import hidden from './visually-hidden.module.css'

/** One of a few, all in sight. `name`: what is chosen, for assistive technology. */
export function Segments<Value extends string>(props: {
  name: string
  options: readonly { value: Value; title: string }[]
  value: Value
  onChange: (value: Value) => void
}): JSX.Element {
  const group = createUniqueId()
  return (
    <fieldset class={styles.segments}>
      <legend class={hidden.hidden}>{props.name}</legend>
      <For each={props.options}>
        {({ value, title }) => (
          <label class={styles.segment} data-on={props.value === value ? '' : undefined}>
            <input
              type="radio"
              name={group}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            {title}
          </label>
        )}
      </For>
    </fieldset>
  )
}
