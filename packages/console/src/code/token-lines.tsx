import { For, type JSX } from 'solid-js'
import type { TokenLine } from './tokeniser.ts'

/** Lines of tokens as they were written: what is copied from them is the text. */
export const TokenLines = (props: { lines: readonly TokenLine[] }): JSX.Element => (
  <For each={props.lines}>
    {(line, index) => (
      <>
        {index() > 0 ? '\n' : ''}
        <For each={line}>{(token) => <span data-token={token.kind}>{token.text}</span>}</For>
      </>
    )}
  </For>
)
