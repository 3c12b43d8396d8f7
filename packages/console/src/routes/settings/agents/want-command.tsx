import { createSignal, For, Show, type JSX } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { ShownCommand } from '../../../../shared/agents.ts'
import { inTargetOf, type FieldChange } from '../../../../shared/configuration.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { Drafts } from '../change/drafts.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import styles from './agents.module.css'
import { WrittenField } from './written-field.tsx'
import { isEmpty, problemsOf, type Problems } from './written-problems.ts'

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
export function writeCommand(
  context: RowContext,
  drafts: Drafts,
  { agents, taken, command }: Known,
): WantedChange {
  const { draft, set, begun, forget } = drafts.of(
    context.place(),
    `command ${command?.name ?? ''}`,
    (): Draft => draftOf(command),
  )
  const [isTried, setTried] = createSignal(false)
  const names = command ? undefined : taken.map(({ name }) => name)
  const problems = (tried: boolean) => problemsOf({ name: draft.name, text: draft.template }, names, tried)
  return {
    title: command ? `Edit /${escapeInvisible(command.name)}` : 'Add command',
    said: 'the command',
    label: command ? 'Save' : 'Add command',
    changes: () => changesOf(draft, begun, context),
    isWrong: () => !isEmpty(problems(true)),
    onRefused: () => setTried(true),
    onDone: forget,
    onCancel: forget,
    content: (
      <CommandFields
        draft={draft}
        onChange={set}
        agents={agents}
        isNew={!command}
        problems={() => problems(isTried())}
      />
    ),
  }
}

const draftOf = (command: ShownCommand | undefined): Draft => ({
  name: command?.name ?? '',
  description: command?.description ?? '',
  template: command?.content ?? '',
  agent: command?.agent ?? '',
  model: command?.model ?? '',
  subtask: command?.subtask ?? false,
})

const PARTS = ['template', 'description', 'agent', 'model', 'subtask'] as const

/** What somebody has changed, and nothing else. What is empty is taken out where the file has it. */
function changesOf(draft: Draft, begun: Draft, context: RowContext): FieldChange[] {
  const changed = PARTS.filter((part) => draft[part] !== begun[part])
  return changed.flatMap((part): FieldChange[] => {
    const path = ['command', draft.name, part]
    const written = draft[part]
    const value = typeof written === 'string' && part !== 'template' ? written.trim() : written
    if (value !== '' && value !== false) return [{ path, value }]
    return inTargetOf(context.configuration(), path) === undefined ? [] : [{ path }]
  })
}

function CommandFields(props: {
  draft: Draft
  onChange: SetStoreFunction<Draft>
  agents: readonly string[]
  isNew: boolean
  problems: () => Problems
}): JSX.Element {
  return (
    <div class={styles.form}>
      <Show when={props.isNew}>
        <WrittenField
          label="Name"
          placeholder="review"
          value={props.draft.name}
          problem={props.problems().name}
          onInput={(name) => props.onChange('name', name)}
        />
      </Show>
      <WrittenField
        label="Description"
        spellcheck
        value={props.draft.description}
        onInput={(description) => props.onChange('description', description)}
      />
      <WrittenField
        label="Template"
        rows={6}
        spellcheck
        placeholder="Review $ARGUMENTS"
        value={props.draft.template}
        problem={props.problems().text}
        hint={
          <>
            <code>$ARGUMENTS</code> is the text after the command, <code>$1</code> its first word.
          </>
        }
        onInput={(template) => props.onChange('template', template)}
      />
      <label class={styles.label}>
        Agent
        <select class={styles.field} onChange={(event) => props.onChange('agent', event.currentTarget.value)}>
          <option value="">The session’s agent</option>
          <For each={props.agents}>
            {(name) => (
              <option value={name} selected={name === props.draft.agent}>
                {escapeInvisible(name)}
              </option>
            )}
          </For>
        </select>
      </label>
      <WrittenField
        label="Model"
        placeholder="provider/model"
        value={props.draft.model}
        onInput={(model) => props.onChange('model', model)}
      />
      <label class={styles.check}>
        <input
          type="checkbox"
          checked={props.draft.subtask}
          onChange={(event) => props.onChange('subtask', event.currentTarget.checked)}
        />
        Run as a subagent
      </label>
    </div>
  )
}

export const removeSetCommand = (name: string): WantedChange => ({
  title: `Remove /${escapeInvisible(name)}`,
  said: `/${name} removed`,
  label: 'Remove command',
  changes: () => [{ path: ['command', name] }],
  content: <p>Its template is deleted. Sessions that used it stay as they are.</p>,
})
