/** Which sessions are reviewed together, as the address says it. Pure. */
import { keyOf } from '../../../store/session-key.ts'
import type { SessionRef } from '../../../store/types.ts'

/** More than one can look at. */
const MOST = 12

export function readChosen(query: string): SessionRef[] {
  const named = new URLSearchParams(query).getAll('session')
  const refs = [...new Set(named)].flatMap((name): SessionRef[] => {
    const [, serverId, sessionId] = /^([\w.:-]+)\/([\w.:-]+)$/.exec(name) ?? []
    return serverId && sessionId ? [{ serverId, sessionId }] : []
  })
  return refs.slice(0, MOST)
}

export const writeChosen = (refs: readonly SessionRef[]): string =>
  refs.length === 0 ? '' : `?${new URLSearchParams(refs.map((ref) => ['session', keyOf(ref)]))}`
