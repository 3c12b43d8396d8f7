import { createSignal, For, Show, type JSX } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { AgentRule } from '../../../../shared/agents.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { ACTIONS } from './action-badge.tsx'
import { KINDS } from './kinds.ts'
import styles from './permissions.module.css'
import { setRule } from './rule-change.ts'
import type { RuleRow } from './rule-rows.ts'
import type { Action } from './ruling.ts'

const textOf = ({ permission, pattern }: AgentRule) => `${permission} ${pattern}`

interface Draft extends AgentRule {
  /** Empty: all. */
  agent: string
}

export function addRule(context: RowContext, agents: readonly string[]): WantedChange {
  const [draft, setDraft] = createStore<Draft>({ agent: '', permission: 'bash', pattern: '', action: 'ask' })
  const rule = (): AgentRule => ({
    permission: draft.permission.trim(),
    pattern: draft.pattern.trim() || '*',
    action: draft.action,
  })
  return {
    title: 'Add rule',
    said: 'the rule',
    label: 'Add rule',
    changes: () =>
      rule().permission === ''
        ? []
        : setRule(context.configuration(), draft.agent === '' ? undefined : draft.agent, rule()),
    content: <RuleFields draft={draft} onChange={setDraft} agents={agents} />,
  }
}

function RuleFields(props: {
  draft: Draft
  onChange: SetStoreFunction<Draft>
  agents: readonly string[]
}): JSX.Element {
  return (
    <div class={styles.fields}>
      <label class={styles.label}>
        Call
        <input
          class={styles.field}
          list="kinds-of-calls"
          autocomplete="off"
          spellcheck={false}
          value={props.draft.permission}
          onInput={(event) => props.onChange('permission', event.currentTarget.value)}
        />
        <datalist id="kinds-of-calls">
          <For each={KINDS}>{({ name, title }) => <option value={name}>{title}</option>}</For>
        </datalist>
      </label>
      <label class={styles.label}>
        Pattern
        <input
          class={styles.field}
          placeholder="git push *"
          autocomplete="off"
          spellcheck={false}
          value={props.draft.pattern}
          onInput={(event) => props.onChange('pattern', event.currentTarget.value)}
        />
        <span class={styles.quiet}>
          <code>*</code> is anything, <code>?</code> one character. Nothing: all calls of this kind.
        </span>
      </label>
      <ActionField value={props.draft.action} onChange={(action) => props.onChange('action', action)} />
      <label class={styles.label}>
        Agent
        <select class={styles.field} onChange={(event) => props.onChange('agent', event.currentTarget.value)}>
          <option value="">All agents</option>
          <For each={props.agents}>{(name) => <option value={name}>{escapeInvisible(name)}</option>}</For>
        </select>
      </label>
    </div>
  )
}

const ActionField = (props: { value: Action; onChange: (action: Action) => void }): JSX.Element => (
  <label class={styles.label}>
    Answer
    <select class={styles.field} onChange={(event) => props.onChange(event.currentTarget.value as Action)}>
      <For each={Object.entries(ACTIONS)}>
        {([action, { title }]) => (
          <option value={action} selected={action === props.value}>
            {title}
          </option>
        )}
      </For>
    </select>
  </label>
)

/** What stands in another file stays there: the one of this place is written, and wins or not by its place. */
export function changeRule(context: RowContext, row: RuleRow): WantedChange {
  const [action, setAction] = createSignal<Action>(row.action)
  return {
    title: `Change ${escapeInvisible(textOf(row))}`,
    said: `the rule ${textOf(row)}`,
    label: 'Save',
    changes: () =>
      action() === row.action
        ? []
        : setRule(context.configuration(), row.agent, { ...row, action: action() }),
    content: (
      <div class={styles.fields}>
        <ActionField value={row.action} onChange={setAction} />
      </div>
    ),
  }
}

export const removeRule = (row: RuleRow): WantedChange => ({
  title: `Remove ${escapeInvisible(textOf(row))}`,
  said: `the rule ${textOf(row)} removed`,
  label: 'Remove rule',
  changes: () => [{ path: [...row.path] }],
  content: (
    <p>
      What it {row.action === 'deny' ? 'refuses' : row.action === 'ask' ? 'asks for' : 'allows'} is decided by
      the rules above it then.
      <Show when={row.overriddenBy}> It has no effect as it is.</Show>
    </p>
  ),
})
