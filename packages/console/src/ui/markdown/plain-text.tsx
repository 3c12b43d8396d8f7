import { createMemo, Index, type JSX } from 'solid-js'
import styles from './markdown.module.css'

const CHUNK = 8 * 1024

/** Cuts at ends of lines, and in a line without an end anywhere. */
function chunksOf(text: string): string[] {
  const chunks: string[] = []
  for (let start = 0; start < text.length;) {
    const newline = text.lastIndexOf('\n', start + CHUNK)
    const end = newline > start ? newline + 1 : start + CHUNK
    chunks.push(text.slice(start, end))
    start = end
  }
  return chunks
}

/** A text of megabytes, as it is: what is out of sight is not laid out. */
export const PlainText = (props: { text: string }): JSX.Element => {
  const chunks = createMemo(() => chunksOf(props.text))
  return (
    <div class={styles.plain}>
      <Index each={chunks()}>{(chunk) => <div class={styles.chunk}>{chunk()}</div>}</Index>
    </div>
  )
}
