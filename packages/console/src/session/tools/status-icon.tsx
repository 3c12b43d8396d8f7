import Ban from 'lucide-solid/icons/ban'
import Square from 'lucide-solid/icons/square'
import { Match, Switch, type JSX } from 'solid-js'
import { StateIcon } from '../../ui/state-icon.tsx'
import type { ToolStatus } from './tool-line.ts'

/** How a call stands, with a shape of its own for each outcome. */
export const StatusIcon = (props: { status: ToolStatus }): JSX.Element => (
  <Switch>
    <Match when={props.status === 'waiting'}>
      <StateIcon activity="idle" label="waiting" />
    </Match>
    <Match when={props.status === 'asking'}>
      <StateIcon activity="permission" label="waiting for you" />
    </Match>
    <Match when={props.status === 'running'}>
      <StateIcon activity="working" label="running" />
    </Match>
    <Match when={props.status === 'done'}>
      <StateIcon activity="done" label="done" />
    </Match>
    <Match when={props.status === 'failed'}>
      <StateIcon activity="failed" label="failed" />
    </Match>
    <Match when={props.status === 'refused'}>
      <Ban size={14} role="img" aria-label="not allowed" />
    </Match>
    <Match when={props.status === 'stopped'}>
      <Square size={14} role="img" aria-label="stopped" />
    </Match>
    <Match when={props.status === 'interrupted'}>
      <StateIcon activity="interrupted" label="interrupted" />
    </Match>
  </Switch>
)
