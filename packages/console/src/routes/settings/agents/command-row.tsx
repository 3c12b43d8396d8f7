import MoreHorizontal from 'lucide-solid/icons/ellipsis'
import { Show, type JSX } from 'solid-js'
import type { ShownCommand } from '../../../../shared/agents.ts'
import { inTargetOf } from '../../../../shared/configuration.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Menu, type MenuItem } from '../../../ui/menu.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { filePath, originText } from '../configuration/source-text.ts'
import styles from './agents.module.css'
import type { RemovedFile } from './remove-file.tsx'
import { removeSetCommand } from './want-command.tsx'

/** One command. Those in settings can be changed; a file of its own can only be removed through the engine. */
export function CommandRow(props: {
  command: ShownCommand
  context: RowContext
  onEdit: () => void
  onRemove: (file: RemovedFile) => void
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const { context } = props
  const path = () => ['command', props.command.name, 'template']
  const field = () =>
    context.configuration().fields.find((one) => JSON.stringify(one.path) === JSON.stringify(path()))
  const isSet = () => (field()?.layers.length ?? 0) > 0
  const source = () => {
    if (isSet()) return originText(field(), context.configuration(), context.from())
    return props.command.file === undefined ? 'Built in' : filePath(props.command.file, context.from())
  }
  const items = (): MenuItem[] => {
    const { name, file } = props.command
    const remove = { id: 'remove', title: 'Remove…', danger: true, disabled: context.locked() }
    if (isSet() && inTargetOf(context.configuration(), path()))
      return [
        { id: 'edit', title: 'Edit…', disabled: context.locked(), run: props.onEdit },
        { ...remove, run: () => props.onWant(removeSetCommand(name)) },
      ]
    if (isSet() || file === undefined) return []
    return [{ ...remove, run: () => props.onRemove({ kind: 'command', name, path: file }) }]
  }
  return (
    <li class={styles.row} aria-label={`/${escapeInvisible(props.command.name)}`}>
      <div class={styles.names}>
        <code class={styles.name}>/{escapeInvisible(props.command.name)}</code>
        <Show when={props.command.agent}>
          {(agent) => <span class={styles.quiet}>by {escapeInvisible(agent())}</span>}
        </Show>
        <Show when={props.command.subtask}>
          <span class={styles.quiet}>as a subagent</span>
        </Show>
      </div>
      <Show when={props.command.description}>
        {(text) => <p class={styles.about}>{escapeInvisible(text())}</p>}
      </Show>
      <p class={styles.quiet}>
        {source()}
        <Show when={props.command.model}>{(model) => <> · {escapeInvisible(model())}</>}</Show>
      </p>
      <Show when={items().length > 0}>
        <div class={styles.menu}>
          <Menu name={`Actions for /${escapeInvisible(props.command.name)}`} items={items()}>
            <MoreHorizontal />
          </Menu>
        </div>
      </Show>
    </li>
  )
}
