import { For, type JSX } from 'solid-js'
import './token-colours.css'
import type { TokenLine } from './tokeniser.ts'

/** The tokens of a line. They never change: a line that does is another one. */
const Tokens = (props: { line: TokenLine }): JSX.Element => (
  <>
    {props.line.map(({ text, kind }) => (kind === undefined ? text : <span data-token={kind}>{text}</span>))}
  </>
)

/** Lines of tokens as they were written: what is copied from them is the text. */
export const TokenLines = (props: { lines: readonly TokenLine[] }): JSX.Element => (
  <For each={props.lines}>
    {(line, index) => (
      <>
        {index() > 0 ? '\n' : ''}
        <Tokens line={line} />
      </>
    )}
  </For>
)
