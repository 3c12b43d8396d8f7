import { Show, type JSX } from 'solid-js'
import { createTokens } from '../create-tokens.ts'
import { TokenLines } from '../token-lines.tsx'
import { languageOf } from './fence-info.ts'
import styles from './markdown.module.css'

/** A block of code of its own. Its elements stay while it is written, so that a selection in it does too. */
export const CodeBlock = (props: { text: string; info: string | undefined }): JSX.Element => {
  const tokens = createTokens(() => ({ text: props.text, language: languageOf(props.info) }))
  return (
    <pre dir="ltr" data-language={languageOf(props.info)}>
      <code>
        <Show when={tokens()} fallback={props.text}>
          {(lines) => <TokenLines lines={lines()} />}
        </Show>
      </code>
      <button type="button" class={styles.copy} data-kept="" aria-label="Copy code">
        Copy
      </button>
    </pre>
  )
}
