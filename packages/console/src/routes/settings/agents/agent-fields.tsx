import { For, Show, type JSX } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { AgentDraft } from '../../../sdk/settings/agent-files.ts'
import styles from './agents.module.css'
import type { Draft } from './plan-agent.ts'

const MODES: readonly [AgentDraft['mode'], string][] = [
  ['all', 'Primary and subagent'],
  ['primary', 'Primary: one talks to it'],
  ['subagent', 'Subagent: others call it'],
]

/** What is written of an agent. */
export function AgentFields(props: {
  draft: Draft
  onChange: SetStoreFunction<Draft>
  isNew: boolean
}): JSX.Element {
  const text = (part: 'name' | 'description' | 'model', label: string, placeholder: string): JSX.Element => (
    <label class={styles.label}>
      {label}
      <input
        class={styles.field}
        autocomplete="off"
        spellcheck={part === 'description'}
        placeholder={placeholder}
        value={props.draft[part]}
        onInput={(event) => props.onChange(part, event.currentTarget.value)}
      />
    </label>
  )
  return (
    <>
      <Show when={props.isNew}>{text('name', 'Name', 'reviewer')}</Show>
      {text('description', 'Description', 'When it is the one to take')}
      <label class={styles.label}>
        Mode
        <select
          class={styles.field}
          onChange={(event) => props.onChange('mode', event.currentTarget.value as AgentDraft['mode'])}
        >
          <For each={MODES}>
            {([mode, title]) => (
              <option value={mode} selected={mode === props.draft.mode}>
                {title}
              </option>
            )}
          </For>
        </select>
      </label>
      {text('model', 'Model', 'provider/model; nothing: the one that is chosen')}
      <label class={styles.label}>
        Prompt
        <textarea
          class={styles.area}
          rows={8}
          value={props.draft.prompt}
          onInput={(event) => props.onChange('prompt', event.currentTarget.value)}
        />
      </label>
    </>
  )
}
