import Ban from 'lucide-solid/icons/ban'
import Check from 'lucide-solid/icons/check'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import type { JSX } from 'solid-js'
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx'
import type { Action } from './ruling.ts'

export const ACTIONS: Readonly<Record<Action, { title: string; tone: Tone; icon: () => JSX.Element }>> = {
  allow: { title: 'Allowed', tone: 'green', icon: () => <Check size={12} aria-hidden="true" /> },
  ask: { title: 'Asks', tone: 'amber', icon: () => <CircleHelp size={12} aria-hidden="true" /> },
  deny: { title: 'Refused', tone: 'red', icon: () => <Ban size={12} aria-hidden="true" /> },
}

export const ActionBadge = (props: { action: Action }): JSX.Element => (
  <StatusBadge tone={ACTIONS[props.action].tone} icon={ACTIONS[props.action].icon()}>
    {ACTIONS[props.action].title}
  </StatusBadge>
)
