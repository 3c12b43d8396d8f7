import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import type { ShownAgent } from '../../../../shared/agents.ts'
import { shownText, type Configuration } from '../../../../shared/configuration.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { nameFolder } from '../../../ui/folder-names.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { originText } from '../configuration/source-text.ts'
import { ActionBadge } from './action-badge.tsx'
import { kindsWith } from './kinds.ts'
import { rowOfRule, type RuleGroup } from './rule-rows.ts'
import { mayLeaveFolder, verdictOf, type Ruling } from './ruling.ts'
import styles from './permissions.module.css'

/** What would a call do? By the rules that the engine has put together, so that it is what it does. */
export function Tester(props: {
  context: RowContext
  agents: readonly ShownAgent[]
  groups: readonly RuleGroup[]
}): JSX.Element {
  const [kindName, setKind] = createSignal('bash')
  const [chosen, setAgent] = createSignal<string>()
  const [call, setCall] = createSignal('')
  const kinds = createMemo(() =>
    kindsWith(props.agents.flatMap(({ permission }) => permission.map((rule) => rule.permission))),
  )
  const kind = () => kinds().find(({ name }) => name === kindName()) ?? kinds()[0]
  const shown = () => props.agents.filter(({ hidden }) => !hidden)
  const usual = () => defaultAgent(props.context.configuration())
  const agent = () =>
    [chosen(), usual()].map((name) => shown().find((one) => one.name === name)).find(Boolean) ?? shown()[0]
  const verdict = createMemo(() => verdictOf(agent()?.permission ?? [], kindName(), call()))
  return (
    <section class={styles.section} role="region" aria-label="Try a call">
      <h2 class={styles.heading}>What would it do?</h2>
      <div class={styles.tester}>
        <select
          class={styles.field}
          aria-label="Kind of call"
          onChange={(event) => setKind(event.currentTarget.value)}
        >
          <For each={kinds()}>
            {({ name, title }) => (
              <option value={name} selected={name === kindName()}>
                {escapeInvisible(title)}
              </option>
            )}
          </For>
        </select>
        <input
          class={styles.call}
          type="text"
          aria-label={kind()?.subject ?? 'Call'}
          placeholder={kind()?.example}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={2000}
          value={call()}
          onInput={(event) => setCall(event.currentTarget.value)}
        />
        <select
          class={styles.field}
          aria-label="Agent"
          onChange={(event) => setAgent(event.currentTarget.value)}
        >
          <For each={shown()}>
            {({ name }) => (
              <option value={name} selected={name === agent()?.name}>
                {escapeInvisible(name)}
              </option>
            )}
          </For>
        </select>
      </div>
      <div class={styles.verdict} role="status">
        <Show when={verdict().rulings.length > 0} fallback={<p class={styles.quiet}>{emptyText(call())}</p>}>
          <p>
            <ActionBadge action={verdict().action} /> by {escapeInvisible(agent()?.name ?? '')} in{' '}
            {folderName(props.context)}
          </p>
          <ul>
            <For each={verdict().rulings}>
              {(ruling) => <RulingLine ruling={ruling} agent={agent()?.name ?? ''} {...props} />}
            </For>
          </ul>
          <Show when={kindName() === 'bash' && mayLeaveFolder(call())}>
            <p class={styles.quiet}>
              Paths outside the folder are asked for besides: try “Leave the folder” with them.
            </p>
          </Show>
        </Show>
      </div>
    </section>
  )
}

const defaultAgent = ({ fields }: Configuration) =>
  shownText(fields.find(({ path }) => path.length === 1 && path[0] === 'default_agent')?.shown) ?? 'code'

const emptyText = (call: string) =>
  call.trim() === ''
    ? 'Write a call to see whether it is allowed, asked for or refused, and by which rule.'
    : 'Nothing of it is asked for.'

const folderName = ({ place, from }: RowContext) =>
  place().directory === '' ? 'the server’s own folder' : nameFolder(place().directory, from().home)

function RulingLine(props: {
  ruling: Ruling
  agent: string
  groups: readonly RuleGroup[]
  context: RowContext
}): JSX.Element {
  const source = () => {
    const { rule } = props.ruling
    if (!rule) return 'no rule fits, so it is asked for'
    const row = rowOfRule(props.groups, props.agent, rule)
    if (!row) return 'Kilo’s own rule of this agent'
    return originText(row.field, props.context.configuration(), props.context.from())
  }
  return (
    <li>
      <code class={styles.asked}>{escapeInvisible(props.ruling.asked)}</code>{' '}
      <ActionBadge action={props.ruling.action} />
      <span class={styles.why}>
        <Show when={props.ruling.rule}>
          {(rule) => (
            <code>
              {escapeInvisible(rule().permission)} {escapeInvisible(rule().pattern)}
            </code>
          )}
        </Show>{' '}
        {source()}
      </span>
    </li>
  )
}
