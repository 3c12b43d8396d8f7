import { For } from 'solid-js'
import { TOUCH_KEYS } from './screen/touch-keys.ts'
import styles from './touch-key-row.module.css'

export interface TouchKeyRowProps {
  /** Ctrl waits for its character. */
  ctrl: boolean
  onCtrl: (held: boolean) => void
  /** Types a key's input; the argument makes it for the mode that the arrows are in. */
  onKey: (input: (applicationCursor: boolean) => string) => void
}

/** Keeps the focus, and with it the on-screen keyboard, in the terminal. */
const keepFocus = (event: Event) => event.preventDefault()

/** The keys that an on-screen keyboard lacks; shown to fingers alone. */
export function TouchKeyRow(props: TouchKeyRowProps) {
  return (
    <div
      class={styles.row}
      role="toolbar"
      aria-label="Terminal keys"
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
    >
      <button
        type="button"
        class={styles.key}
        aria-label="Control"
        aria-pressed={props.ctrl}
        onClick={() => props.onCtrl(!props.ctrl)}
      >
        Ctrl
      </button>
      <For each={TOUCH_KEYS}>
        {(key) => (
          <button
            type="button"
            class={styles.key}
            aria-label={key.name}
            onClick={() => props.onKey((mode) => key.input(mode))}
          >
            {key.label}
          </button>
        )}
      </For>
    </div>
  )
}
