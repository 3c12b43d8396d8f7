import { For, Show, type JSX } from 'solid-js'
import { inTargetOf } from '../../../../shared/configuration.ts'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { originText } from '../configuration/source-text.ts'
import { ActionBadge, ACTIONS } from './action-badge.tsx'
import styles from './permissions.module.css'
import type { RuleGroup, RuleRow } from './rule-rows.ts'
import { changeRule, removeRule } from './want-rule.tsx'

/** The rules of everybody, or of one agent, as a table. */
export function RuleGroupView(props: {
  group: RuleGroup
  context: RowContext
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const name = () =>
    props.group.agent === undefined ? 'All agents' : `Agent ${escapeInvisible(props.group.agent)}`
  return (
    <div class={styles.box} tabIndex={0} role="group" aria-label={`Rules of ${name()}`}>
      <table class={styles.table} aria-label={name()}>
        <caption>{name()}</caption>
        <thead>
          <tr>
            <th scope="col">Call</th>
            <th scope="col">Pattern</th>
            <th scope="col">Answer</th>
            <th scope="col">Source</th>
            <td />
          </tr>
        </thead>
        <tbody>
          <For
            each={props.group.rules}
            fallback={
              <tr>
                <td colSpan={5} class={styles.quiet}>
                  No rules are set: Kilo’s own decide.
                </td>
              </tr>
            }
          >
            {(row) => <Row row={row} context={props.context} onWant={props.onWant} />}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Row(props: {
  row: RuleRow
  context: RowContext
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const { context } = props
  const words = () => `${escapeInvisible(props.row.permission)} ${escapeInvisible(props.row.pattern)}`
  const isInFile = () => inTargetOf(context.configuration(), props.row.path) !== undefined
  return (
    <tr data-idle={props.row.overriddenBy ? '' : undefined}>
      <th scope="row">
        <code>{escapeInvisible(props.row.permission)}</code>
      </th>
      <td>
        <code>{escapeInvisible(props.row.pattern)}</code>
        <Show when={props.row.overriddenBy}>
          {(by) => (
            <span class={styles.over}>
              Without effect: <code>{escapeInvisible(by().pattern)}</code> below is{' '}
              {ACTIONS[by().action].title.toLowerCase()}
            </span>
          )}
        </Show>
      </td>
      <td>
        <ActionBadge action={props.row.action} />
      </td>
      <td class={styles.source}>{originText(props.row.field, context.configuration(), context.from())}</td>
      <td class={styles.acts}>
        <Button
          size="small"
          variant="ghost"
          aria-label={`Change ${words()}`}
          disabled={context.locked()}
          onClick={() => props.onWant(changeRule(context, props.row))}
        >
          Change
        </Button>
        <Show when={isInFile()}>
          <Button
            size="small"
            variant="ghost"
            aria-label={`Remove ${words()}`}
            disabled={context.locked()}
            onClick={() => props.onWant(removeRule(props.row))}
          >
            Remove
          </Button>
        </Show>
      </td>
    </tr>
  )
}
