/** What the end of terminals would end. */
import type { TerminalJobs } from '../../shared/terminal-jobs.ts'
import { host } from '../sdk/host.ts'
import type { Terminal } from '../store/types.ts'

export interface TerminalLosses {
  /** Commands that run in them, as they were called. */
  jobs: string[]
  /** How many terminals may run something that cannot be seen. */
  unseen: number
}

export const noTerminalLosses: TerminalLosses = { jobs: [], unseen: 0 }

/** Asks the host what runs in them. Never rejects: what is not told may be anything. */
export async function readTerminalLosses(
  serverId: string,
  terminals: readonly Pick<Terminal, 'pid' | 'status'>[],
): Promise<TerminalLosses> {
  const running = terminals.filter(({ status }) => status === 'running').map(({ pid }) => pid)
  if (running.length === 0) return noTerminalLosses
  const told = await host.terminalJobs(serverId, running).catch(() => ({ jobs: null }))
  return terminalLossesIn(running, told)
}

/** Pure. */
export function terminalLossesIn(pids: readonly number[], { jobs }: TerminalJobs): TerminalLosses {
  return {
    jobs: pids.flatMap((pid) => (jobs?.[pid] ?? []).map(({ command }) => command)),
    unseen: pids.filter((pid) => jobs?.[pid] === undefined).length,
  }
}
