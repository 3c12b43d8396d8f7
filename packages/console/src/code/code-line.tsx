import { createMemo, For, Show, type JSX } from 'solid-js'
import { piecesOf } from '../ui/escape-invisible.ts'
import styles from './code-line.module.css'
import './token-colours.css'
import type { TokenLine } from './tokeniser.ts'

/** A line of code, with what is invisible in it spelt out (fault 70), and its tokens where they are known. */
export const CodeLine = (props: { text: string; tokens?: TokenLine | undefined }): JSX.Element => (
  <Show when={props.tokens} fallback={<ExactText text={props.text} />}>
    {(tokens) => (
      <For each={tokens()}>
        {(token) => (
          <span data-token={token.kind}>
            <ExactText text={token.text} />
          </span>
        )}
      </For>
    )}
  </Show>
)

/** Text of one line within others: line ends and tabs are spelt out too, and it never turns its neighbours around. */
export const InlineCode = (props: { text: string }): JSX.Element => (
  <bdi dir="ltr">
    <ExactText text={props.text.replaceAll('\n', '\u0085')} />
  </bdi>
)

const ExactText = (props: { text: string }): JSX.Element => {
  const pieces = createMemo(() => piecesOf(props.text))
  return (
    <Show when={pieces().some((piece) => piece.escaped)} fallback={props.text}>
      <For each={pieces()}>
        {(piece) => (
          <Show when={piece.escaped} fallback={piece.text}>
            <span class={styles.escaped}>{piece.text.replaceAll('\\u{85}', '\\n')}</span>
          </Show>
        )}
      </For>
    </Show>
  )
}
