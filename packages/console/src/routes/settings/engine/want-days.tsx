import { createSignal } from 'solid-js'
import type { WantedChange } from '../change/change-dialog.tsx'
import styles from './engine.module.css'

/** The engine takes other numbers for 30. */
const isDays = (text: string) => /^[1-9]\d{0,4}$/.test(text)

export function wantDays(before: number): WantedChange {
  const [text, setText] = createSignal(String(before))
  return {
    title: 'Days that sessions are kept',
    said: 'the days that sessions are kept',
    label: 'Save',
    changes: () =>
      isDays(text()) && Number(text()) !== before
        ? [{ path: ['retention', 'maxAgeDays'], value: Number(text()) }]
        : [],
    content: (
      <label class={styles.label}>
        Days since a session was last touched
        <input
          class={styles.field}
          inputmode="numeric"
          autocomplete="off"
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <span class={styles.quiet} role="status">
          {isDays(text()) ? '' : 'A whole number from 1 on.'}
        </span>
      </label>
    ),
  }
}
