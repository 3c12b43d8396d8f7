import { For, Show, type JSX } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { ShownCommand } from '../../../../shared/agents.ts'
import { inTargetOf, type FieldChange } from '../../../../shared/configuration.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { nameProblem } from './agent-facts.ts'
import styles from './agents.module.css'

interface Draft {
  name: string
  description: string
  template: string
  agent: string
  model: string
  subtask: boolean
}

interface Known {
  agents: readonly string[]
  taken: readonly ShownCommand[]
  /** Absent: a new one. */
  command: ShownCommand | undefined
}

/** A command that stands in the settings of this place: the engine writes no files of them. */
export function writeCommand(context: RowContext, { agents, taken, command }: Known): WantedChange {
  const [draft, setDraft] = createStore<Draft>({
    name: command?.name ?? '',
    description: command?.description ?? '',
    template: command?.content ?? '',
    agent: command?.agent ?? '',
    model: command?.model ?? '',
    subtask: command?.subtask ?? false,
  })
  const names = taken.map(({ name }) => name)
  const problem = () => {
    const wrong = command ? undefined : nameProblem(draft.name, names)
    return wrong ?? (draft.template.trim() === '' ? 'It needs a template.' : undefined)
  }
  return {
    title: command ? `Edit /${escapeInvisible(command.name)}` : 'Add command',
    said: 'the command',
    label: command ? 'Save' : 'Add command',
    changes: () => (problem() === undefined ? changesOf(draft, context) : []),
    content: (
      <CommandFields draft={draft} onChange={setDraft} agents={agents} isNew={!command} problem={problem()} />
    ),
  }
}

/** What is empty is taken out where the file has it. */
function changesOf(
  { name, template, description, agent, model, subtask }: Draft,
  context: RowContext,
): FieldChange[] {
  const base = ['command', name]
  const parts = { template, description: description.trim(), agent, model: model.trim(), subtask }
  return Object.entries(parts).flatMap(([part, value]): FieldChange[] => {
    const path = [...base, part]
    if (value !== '' && value !== false) return [{ path, value }]
    return inTargetOf(context.configuration(), path) === undefined ? [] : [{ path }]
  })
}

function CommandFields(props: {
  draft: Draft
  onChange: SetStoreFunction<Draft>
  agents: readonly string[]
  isNew: boolean
  problem: string | undefined
}): JSX.Element {
  const text = (part: 'name' | 'description' | 'model', label: string, placeholder = ''): JSX.Element => (
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
    <div class={styles.form}>
      <Show when={props.isNew}>{text('name', 'Name', 'review')}</Show>
      {text('description', 'Description')}
      <label class={styles.label}>
        Template
        <textarea
          class={styles.area}
          rows={6}
          placeholder="Review $ARGUMENTS"
          value={props.draft.template}
          onInput={(event) => props.onChange('template', event.currentTarget.value)}
        />
        <span class={styles.quiet}>
          <code>$ARGUMENTS</code> is what is written behind the command, <code>$1</code> its first word.
        </span>
      </label>
      <label class={styles.label}>
        Agent
        <select class={styles.field} onChange={(event) => props.onChange('agent', event.currentTarget.value)}>
          <option value="">The one that is chosen</option>
          <For each={props.agents}>
            {(name) => (
              <option value={name} selected={name === props.draft.agent}>
                {escapeInvisible(name)}
              </option>
            )}
          </For>
        </select>
      </label>
      {text('model', 'Model', 'provider/model')}
      <label class={styles.check}>
        <input
          type="checkbox"
          checked={props.draft.subtask}
          onChange={(event) => props.onChange('subtask', event.currentTarget.checked)}
        />
        Run as a subagent
      </label>
      <Show when={props.problem}>{(problem) => <p class={styles.amber}>{problem()}</p>}</Show>
    </div>
  )
}

export const removeSetCommand = (name: string): WantedChange => ({
  title: `Remove /${escapeInvisible(name)}`,
  said: `/${name} removed`,
  label: 'Remove command',
  changes: () => [{ path: ['command', name] }],
  content: <p>Its template goes with it. What was said by it in sessions stays.</p>,
})
