import { For, Show, type JSX } from 'solid-js'

/** A sentence in which what stands between backticks is code: commands to run. */
export const CodeWords = (props: { text: string }): JSX.Element => (
  <For each={props.text.split('`')}>
    {(words, index) => (
      <Show when={index() % 2 === 1} fallback={words}>
        <code>{words}</code>
      </Show>
    )}
  </For>
)
