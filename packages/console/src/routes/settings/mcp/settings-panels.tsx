import { Show, type JSX } from 'solid-js'
import type { FieldChange } from '../../../../shared/configuration.ts'
import { useConfiguration } from '../../../store/configuration.ts'
import { ChangeActions } from '../change/change-actions.tsx'
import { createChange, type Change } from '../change/create-change.ts'
import { planSettings } from '../change/plan.ts'
import styles from './mcp.module.css'
import type { ItemProps } from './server-item.tsx'
import type { McpServer } from './servers.ts'

interface PanelProps extends ItemProps {
  server: McpServer
  onClose: () => void
}

function createServerChange(props: PanelProps, title: () => string, changes: () => FieldChange[]): Change {
  const { configuration } = useConfiguration()
  const { place, reading, acts } = props.servers
  const plan = () => planSettings(configuration, { place, reading, changes: changes(), title: title() })
  return createChange(
    () => place,
    plan,
    () => {
      props.onClose()
      void acts.changed()
    },
  )
}

/** Enables or disables it, for this project or for all. */
export function SwitchPanel(props: PanelProps): JSX.Element {
  const { place } = props.servers
  // What it said when it was opened: what is saved must be what was read.
  const { isEnabled } = props.server
  const verb = isEnabled ? 'Disable' : 'Enable'
  const path = ['mcp', props.name, 'enabled']
  const change = createServerChange(
    props,
    () => `${props.name}: ${isEnabled ? 'disabled' : 'enabled'}`,
    () => [{ path, value: !isEnabled }],
  )
  return (
    <div class={styles.panel} role="group" aria-label={`${verb} ${props.name}`}>
      <p>
        {place.scope === 'project'
          ? `In this project alone. Others go on as they are.`
          : `For all projects that say nothing else of it.`}
      </p>
      <ChangeActions
        change={change}
        label={place.scope === 'project' ? `${verb} in this project` : `${verb} for all projects`}
        disabled={props.isDown}
        onCancel={props.onClose}
      />
    </div>
  )
}

/** Takes it, or what is said of it here, out of the file. */
export function RemovePanel(props: PanelProps): JSX.Element {
  const isWhole = props.server.inTarget === 'whole'
  const verb = isWhole ? 'Remove' : 'Reset'
  const change = createServerChange(
    props,
    () => `${props.name}: ${isWhole ? 'removed' : 'reset'}`,
    () => [{ path: ['mcp', props.name] }],
  )
  return (
    <div class={styles.panel} role="group" aria-label={`${verb} ${props.name}`}>
      <p>
        It is taken out of its file.
        <Show when={props.server.origins.length > 1}> What other files say of it counts again.</Show>
      </p>
      <ChangeActions
        change={change}
        label={`${verb} ${isWhole ? 'server' : 'to what others say'}`}
        disabled={props.isDown}
        onCancel={props.onClose}
      />
    </div>
  )
}
