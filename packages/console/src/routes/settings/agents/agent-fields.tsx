import { For, Show, type JSX } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { AgentDraft } from '../../../sdk/settings/agent-files.ts'
import styles from './agents.module.css'
import type { Draft } from './plan-agent.ts'
import { WrittenField } from './written-field.tsx'
import type { Problems } from './written-problems.ts'

const MODES: readonly [AgentDraft['mode'], string][] = [
  ['all', 'Primary and subagent'],
  ['primary', 'Primary: you talk to it'],
  ['subagent', 'Subagent: other agents call it'],
]

/** What is written of an agent. */
export const AgentFields = (props: {
  draft: Draft
  onChange: SetStoreFunction<Draft>
  isNew: boolean
  problems: Problems
}): JSX.Element => (
  <>
    <Show when={props.isNew}>
      <WrittenField
        label="Name"
        placeholder="reviewer"
        value={props.draft.name}
        problem={props.problems.name}
        onInput={(name) => props.onChange('name', name)}
      />
    </Show>
    <WrittenField
      label="Description"
      placeholder="When to use it"
      spellcheck
      value={props.draft.description}
      onInput={(description) => props.onChange('description', description)}
    />
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
    <WrittenField
      label="Model"
      placeholder="provider/model"
      hint="Empty: the session’s model."
      value={props.draft.model}
      onInput={(model) => props.onChange('model', model)}
    />
    <WrittenField
      label="Prompt"
      rows={8}
      spellcheck
      value={props.draft.prompt}
      problem={props.problems.text}
      onInput={(prompt) => props.onChange('prompt', prompt)}
    />
  </>
)
