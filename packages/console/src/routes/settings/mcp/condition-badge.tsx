import type { JSX } from 'solid-js'
import { StateIcon, type Activity } from '../../../ui/state-icon.tsx'
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx'
import { CONDITION_NAMES } from './condition-text.ts'
import type { McpCondition } from './servers.ts'

const LOOKS: Readonly<Record<McpCondition, [Tone, Activity]>> = {
  connecting: ['blue', 'working'],
  connected: ['green', 'done'],
  disconnected: ['grey', 'idle'],
  off: ['grey', 'idle'],
  failed: ['red', 'failed'],
  login: ['amber', 'question'],
  registration: ['amber', 'question'],
  untold: ['grey', 'interrupted'],
}

/** How it is, in a word, a colour and a shape. */
export const ConditionBadge = (props: { condition: McpCondition }): JSX.Element => (
  <StatusBadge tone={LOOKS[props.condition][0]} icon={<StateIcon activity={LOOKS[props.condition][1]} />}>
    {CONDITION_NAMES[props.condition]}
  </StatusBadge>
)
