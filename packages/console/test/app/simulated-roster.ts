import type { RosterChange } from '../../shared/roster/change.ts'
import type { SimulatedEngine } from './simulated-engine.ts'

export type SimulatedRoster = ReturnType<SimulatedEngine['roster']>

/** For tests: what a host makes of what it has read of a small engine. */
export function changesOf({ sessions, activity, permissions }: SimulatedRoster): RosterChange[] {
  const idle = 'ses_1' in activity ? [] : ['ses_1']
  const directory = { kind: 'directory', directory: '/p', at: 0, questions: [], terminals: [] }
  return [
    { kind: 'sessions', sessions, more: false, isNewRun: false },
    { ...directory, activity, permissions },
    { kind: 'turns', idle, interrupted: [], ended: [], skipped: [] },
  ] as unknown as RosterChange[]
}
