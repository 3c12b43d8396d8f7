import { createSignal, type JSX } from 'solid-js'
import styles from './visually-hidden.module.css'

const [polite, setPolite] = createSignal('')
const [urgent, setUrgent] = createSignal('')

// A reader is silent about a text that it has just read; the invisible character makes the same words new.
const renew = (text: string) => (before: string) => (before === text ? `${text}\u200B` : text)

/** Says something to assistive technology. `urgent` interrupts: for what waits for the user. */
export const announce = (text: string, manner: 'polite' | 'urgent' = 'polite'): void => {
  if (manner === 'urgent') setUrgent(renew(text))
  else setPolite(renew(text))
}

/** Where announcements are read from, mounted once. Not `role="status"`: that role belongs to the connection state. */
export const LiveAnnouncer = (): JSX.Element => (
  <>
    <div class={styles.hidden} aria-live="polite" aria-atomic="true">
      {polite()}
    </div>
    <div class={styles.hidden} aria-live="assertive" aria-atomic="true">
      {urgent()}
    </div>
  </>
)
