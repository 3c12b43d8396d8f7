import EyeOff from 'lucide-solid/icons/eye-off'
import MoreHorizontal from 'lucide-solid/icons/ellipsis'
import { Show, type JSX } from 'solid-js'
import type { ShownAgent } from '../../../../shared/agents.ts'
import { inTargetOf } from '../../../../shared/configuration.ts'
import { reportFailure } from '../../../frame/report-failure.ts'
import { makeChangeHidden } from '../../../store/actions/hidden.ts'
import { useConsole } from '../../../store/context.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatPlural } from '../../../ui/format.ts'
import { Menu, type MenuItem } from '../../../ui/menu.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { filePath, originText } from '../configuration/source-text.ts'
import { kindOf, scopeOf } from './agent-facts.ts'
import styles from './agents.module.css'
import type { RemovedFile } from './remove-file.tsx'
import { removeSetAgent, setDefaultAgent } from './want-agent.tsx'

const MODES = { primary: 'Primary', subagent: 'Subagent', all: 'Primary and subagent' } as const

/** One agent: what it is, where it comes from, and what can be done with it. */
export function AgentRow(props: {
  agent: ShownAgent
  context: RowContext
  onEdit: () => void
  onRemove: (file: RemovedFile) => void
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const { context } = props
  const { state, part } = useConsole()
  const changeHidden = part(makeChangeHidden)
  const isHidden = () => state.info?.hidden?.agents.includes(props.agent.name) === true
  const hide = () =>
    void changeHidden({ kind: 'agents', name: props.agent.name, hidden: !isHidden() }).catch(
      (error: unknown) =>
        reportFailure(`Couldn’t ${isHidden() ? 'show' : 'hide'} ${props.agent.name}`, error),
    )
  const kind = () => kindOf(props.agent, context.configuration())
  const file = () => props.agent.files.at(-1)?.path
  const isInFile = () =>
    context
      .configuration()
      .fields.some(({ path }) => isOf(path, props.agent.name) && inTargetOf(context.configuration(), path))
  /** What can’t be shown as a whole can’t be written again. */
  const isTooLong = () => props.agent.files.length > 0 && props.agent.files.at(-1)?.text === undefined
  const items = (): MenuItem[] => [
    ...(kind() === 'built-in' || (kind() === 'settings' && !isInFile())
      ? []
      : [{ id: 'edit', title: 'Edit…', disabled: context.locked() || isTooLong(), run: props.onEdit }]),
    ...(props.agent.mode === 'subagent' || props.agent.hidden
      ? []
      : [
          {
            id: 'default',
            title: 'Set as default agent…',
            disabled: context.locked(),
            run: () => props.onWant(setDefaultAgent(props.agent.name)),
          },
        ]),
    { id: 'hide', title: isHidden() ? 'Show in pickers' : 'Hide from pickers', run: hide },
    ...removal(),
  ]
  const removal = (): MenuItem[] => {
    const { name } = props.agent
    const path = file()
    if (kind() === 'file' && path !== undefined) {
      const removed = { kind: 'agent', name, path, scope: scopeOf(path, context.place().directory) } as const
      return [
        { id: 'remove', title: 'Remove…', danger: true, separated: true, run: () => props.onRemove(removed) },
      ]
    }
    if (kind() !== 'settings' || !isInFile()) return []
    return [
      {
        id: 'remove',
        title: 'Remove…',
        danger: true,
        separated: true,
        disabled: context.locked(),
        run: () => props.onWant(removeSetAgent(name)),
      },
    ]
  }
  return (
    <li class={styles.row} aria-label={escapeInvisible(props.agent.name)}>
      <div class={styles.names}>
        <span class={styles.name}>{escapeInvisible(props.agent.name)}</span>
        <span class={styles.quiet}>{MODES[props.agent.mode]}</span>
        <Show when={props.agent.hidden || isHidden()}>
          <span class={styles.mark}>
            <EyeOff size={12} aria-hidden="true" /> {isHidden() ? 'hidden here' : 'hidden'}
          </span>
        </Show>
      </div>
      <Show when={props.agent.description}>
        {(text) => <p class={styles.about}>{escapeInvisible(text())}</p>}
      </Show>
      <p class={styles.quiet}>
        <Source agent={props.agent} context={context} />
        <Show when={props.agent.model}>
          {(model) => <> · {escapeInvisible(`${model().providerID}/${model().modelID}`)}</>}
        </Show>
        {' · '}
        {permissionText(props.agent)}
      </p>
      <div class={styles.menu}>
        <Menu name={`Actions for ${escapeInvisible(props.agent.name)}`} items={items()}>
          <MoreHorizontal />
        </Menu>
      </div>
    </li>
  )
}

const isOf = ([kind, name]: readonly string[], agent: string) => kind === 'agent' && name === agent

function Source(props: { agent: ShownAgent; context: RowContext }): JSX.Element {
  const text = () => {
    const { agent, context } = props
    const file = agent.files.at(-1)
    const set = context
      .configuration()
      .fields.find(({ path, layers }) => isOf(path, agent.name) && layers.length > 0)
    const where = [
      file && filePath(file.path, context.from()),
      set && originText(set, context.configuration(), context.from()),
    ].filter(Boolean)
    const by = where.join(', ')
    if (agent.native) return by === '' ? 'Built in' : `Built in, changed by ${by}`
    return by === '' ? 'A file of its own' : by
  }
  return <>{text()}</>
}

/** What a rule for everything of a kind says of the calls that matter most. */
function permissionText({ permission }: ShownAgent): string {
  const last = (kind: string) =>
    permission.findLast(
      (rule) => (rule.permission === kind || rule.permission === '*') && rule.pattern === '*',
    )?.action
  const words = { allow: 'allowed', ask: 'asked', deny: 'refused' }
  const said = (kind: string, title: string) => {
    const action = last(kind)
    return action ? `${title} ${words[action]}` : `${title} asked`
  }
  return `${said('edit', 'changes')}, ${said('bash', 'commands')} (${formatPlural(permission.length, 'rule')})`
}
