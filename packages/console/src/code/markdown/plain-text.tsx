import { createMemo, Index, type JSX } from 'solid-js'
import { chunksOf } from '../chunks.ts'
import styles from './markdown.module.css'

const CHUNK = 8 * 1024

/** A text of megabytes, as it is: what is out of sight is not laid out. */
export const PlainText = (props: { text: string }): JSX.Element => {
  const chunks = createMemo(() => chunksOf(props.text, CHUNK))
  return (
    <div class={styles.plain} data-prose>
      <Index each={chunks()}>
        {(chunk) => (
          <div class={styles.chunk} dir="auto">
            {chunk()}
          </div>
        )}
      </Index>
    </div>
  )
}
