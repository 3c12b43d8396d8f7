import { createMemo, For, Show, type JSX } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { formatBytes, formatCount, formatPlural } from '../ui/format.ts'
import { chunksOf } from '../ui/markdown/chunks.ts'
import { useExpansion } from './expansion.ts'
import { countLines, headOfText } from './long-text.ts'
import styles from './long-text.module.css'

const CHUNK = 16 * 1024
/** CSS pixels: 12 px at 1.5. */
const LINE = 18

/** Text of any length in portions of 200 lines; what is out of sight is not laid out. */
export const LongText = (props: { id: string; text: string; failed?: boolean }): JSX.Element => {
  const expansion = useExpansion()
  const head = createMemo(() => headOfText(props.text, expansion.portions(props.id)))
  const chunks = createMemo(() => chunksOf(head().text, CHUNK))
  const left = () =>
    head().linesLeft > 1
      ? `${formatCount(head().linesLeft)} more lines`
      : `${formatPlural(head().linesLeft, 'more line')}, ${formatBytes(head().unitsLeft)}`
  return (
    <>
      <pre class={styles.text} data-failed={props.failed ? '' : undefined} tabIndex={0}>
        <For each={chunks()}>
          {(chunk) => (
            <span
              class={styles.chunk}
              style={{ 'contain-intrinsic-height': `auto ${countLines(chunk) * LINE}px` }}
            >
              {chunk}
            </span>
          )}
        </For>
      </pre>
      <Show when={head().unitsLeft > 0}>
        <Button size="small" variant="ghost" onClick={() => expansion.showMore(props.id)}>
          Show more: {left()}
        </Button>
      </Show>
    </>
  )
}
