import { createMemo, For, Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { formatBytes, formatCount, formatPlural } from '../../ui/format.ts'
import { useExpansion } from '../../code/expansion.ts'
import { headOfText } from '../../code/long-text.ts'
import { piecesOf } from '../../ui/escape-invisible.ts'
import styles from './subject.module.css'

/** Text of one line, with what is invisible in it spelt out: line ends and tabs too. */
export const VisibleLine = (props: { text: string }): JSX.Element => (
  <bdi dir="ltr">
    <For each={piecesOf(props.text.replaceAll('\n', '\u0085'))}>
      {(piece) => (
        <Show when={piece.escaped} fallback={piece.text}>
          <span class={styles.escaped}>{piece.text.replaceAll('\\u{85}', '\\n')}</span>
        </Show>
      )}
    </For>
  </bdi>
)

/**
 * Text as it will be run or written: each line on its own, numbered where there are several, so that a line that is broken for want of
 * room is not taken for two. Long text comes in portions, and says how much is left.
 */
export const VisibleText = (props: { id: string; text: string }): JSX.Element => {
  const expansion = useExpansion()
  const head = createMemo(() => headOfText(props.text, expansion.portions(props.id)))
  const lines = createMemo(() => head().text.replace(/\n$/, '').split('\n'))
  const left = () =>
    head().linesLeft > 1
      ? `${formatCount(head().linesLeft)} more lines`
      : `${formatPlural(head().linesLeft, 'more line')}, ${formatBytes(head().unitsLeft)}`
  return (
    <>
      <ol class={styles.text} data-several={lines().length > 1 ? '' : undefined}>
        <For each={lines()}>
          {(line) => (
            <li class={styles.line}>
              <VisibleLine text={line} />
            </li>
          )}
        </For>
      </ol>
      <Show when={head().unitsLeft > 0}>
        <Button size="small" variant="ghost" onClick={() => expansion.showMore(props.id)}>
          Show {left()}
        </Button>
      </Show>
    </>
  )
}
