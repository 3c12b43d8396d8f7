import { Show, type JSX } from 'solid-js'
import type { Older } from './create-older.ts'
import { OlderFailed } from './older-failed.tsx'
import styles from './older-footer.module.css'
import { olderText } from './older-text.ts'

/** How far the search for older sessions is, below what it finds. */
export function OlderFooter(props: { older: Older }): JSX.Element {
  const text = () => {
    const { isAsked, found, hasMore, failed } = props.older
    return olderText({
      isAsked: isAsked(),
      found: found().length,
      hasMore: hasMore(),
      failed: failed().length,
    })
  }
  return (
    <div class={styles.footer}>
      <p role="status">{text()}</p>
      <Show when={!props.older.isAsked()}>
        <OlderFailed older={props.older} />
      </Show>
    </div>
  )
}
