import { createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import type { Draft } from './draft.ts'
import styles from './form.module.css'
import { readSnippet } from './snippet.ts'

/** Fills the form with what documentations tell to paste. */
export function SnippetBox(props: { onFill: (draft: Draft) => void }): JSX.Element {
  const [text, setText] = createSignal('')
  const [filled, setFilled] = createSignal<string>()
  const id = createUniqueId()
  const read = () => (text().trim() === '' ? undefined : readSnippet(text()))
  const drafts = () => {
    const found = read()
    return found && 'drafts' in found ? found.drafts : []
  }
  const problem = () => {
    const found = read()
    return found && 'problem' in found ? found.problem : undefined
  }
  const fill = (draft: Draft) => {
    props.onFill(draft)
    setFilled(draft.name || 'the server')
    announce(`The form was filled in with ${draft.name || 'the server'}`)
  }
  const write = (value: string) => {
    setText(value)
    setFilled()
    const [only, ...more] = drafts()
    if (only && more.length === 0) fill(only)
  }
  return (
    <details class={styles.snippet}>
      <summary>Paste its JSON, as its documentation has it for Claude, Cursor or VS Code</summary>
      <div class={styles.row}>
        <label for={id}>JSON with mcpServers</label>
        <textarea
          id={id}
          class={styles.tall}
          rows={6}
          aria-describedby={`${id}-about`}
          aria-invalid={problem() !== undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={'{ "mcpServers": { "name": { "command": "npx", "args": ["…"] } } }'}
          value={text()}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <div id={`${id}-about`} class={styles.about}>
          <Show when={problem()}>{(why) => <p class={styles.problem}>{why()}</p>}</Show>
          <Show when={filled()}>
            {(name) => (
              <p class={styles.hint}>
                The form below was filled in with {name()}. Look at it before you save.
              </p>
            )}
          </Show>
        </div>
        <Show when={drafts().length > 1}>
          <div class={styles.choices} role="group" aria-label="Servers in it">
            <For each={drafts()}>
              {(draft) => (
                <Button size="small" onClick={() => fill(draft)}>
                  {draft.name || 'Without a name'}
                </Button>
              )}
            </For>
          </div>
        </Show>
      </div>
    </details>
  )
}
