import { createMemo, type JSX } from 'solid-js'
import { createNow } from './clock.ts'
import { formatElapsed, formatExact, formatRelative } from './format.ts'
import styles from './time.module.css'

/** How long ago `at` was (Unix milliseconds), kept up to date; the exact moment is in its tooltip. */
export const RelativeTime = (props: { at: number }): JSX.Element => {
  const now = createNow(20_000)
  const text = createMemo(() => formatRelative(props.at, now()))
  return (
    <time class={styles.time} dateTime={new Date(props.at).toISOString()} title={formatExact(props.at)}>
      {text()}
    </time>
  )
}

/** A clock that runs since `since` (Unix milliseconds), or stands at `until`. */
export const ElapsedTime = (props: { since: number; until?: number | undefined }): JSX.Element => {
  const now = createNow(1000)
  const text = createMemo(() => formatElapsed((props.until ?? now()) - props.since))
  return (
    <time class={styles.time} title={`since ${formatExact(props.since)}`}>
      {text()}
    </time>
  )
}
