import Ban from 'lucide-solid/icons/ban'
import Square from 'lucide-solid/icons/square'
import { Match, Switch, type JSX } from 'solid-js'
import { StateIcon } from '../../ui/state-icon.tsx'
import type { ToolStanding } from './tool-line.ts'

/** How a call stands, with a shape of its own for each outcome. */
export const StandingIcon = (props: { standing: ToolStanding }): JSX.Element => (
  <Switch>
    <Match when={props.standing === 'waiting'}>
      <StateIcon activity="idle" label="waiting" />
    </Match>
    <Match when={props.standing === 'asking'}>
      <StateIcon activity="permission" label="waiting for you" />
    </Match>
    <Match when={props.standing === 'running'}>
      <StateIcon activity="working" label="running" />
    </Match>
    <Match when={props.standing === 'done'}>
      <StateIcon activity="done" label="done" />
    </Match>
    <Match when={props.standing === 'failed'}>
      <StateIcon activity="failed" label="failed" />
    </Match>
    <Match when={props.standing === 'refused'}>
      <Ban size={14} role="img" aria-label="not allowed" />
    </Match>
    <Match when={props.standing === 'stopped'}>
      <Square size={14} role="img" aria-label="stopped" />
    </Match>
    <Match when={props.standing === 'interrupted'}>
      <StateIcon activity="interrupted" label="interrupted" />
    </Match>
  </Switch>
)
