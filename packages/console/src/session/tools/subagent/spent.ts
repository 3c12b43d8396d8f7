import type { Session } from '@kilocode/sdk/v2/client'
import { formatCompact, formatCost } from '../../../ui/format.ts'

/** What a session took by itself, without subagents of its own: "12.3k tokens · $0.04"; empty while nobody knows. Pure. */
export function spentWords(session: Pick<Session, 'cost' | 'tokens'> | undefined): string {
  const { input = 0, output = 0, reasoning = 0, cache } = session?.tokens ?? {}
  const tokens = input + output + reasoning + (cache?.read ?? 0) + (cache?.write ?? 0)
  return [
    tokens > 0 ? `${formatCompact(tokens)} tokens` : '',
    (session?.cost ?? 0) > 0 ? formatCost(session?.cost ?? 0) : '',
  ]
    .filter((word) => word !== '')
    .join(' · ')
}
