import type { SessionRef } from '../../store/types.ts'
import type { Target } from './targets.ts'

interface Parts {
  /** Makes a session in a folder. */
  create: (to: Extract<Target, { kind: 'new' }>) => Promise<{ id: string }>
  /** Never rejects: by then the dialog that could say so is gone. */
  remove: (ref: SessionRef) => Promise<unknown>
  isClosed: () => boolean
}

/** The session that it goes to. Undefined: who closes the dialog while one is being made wants none, and it is removed again. */
export async function refOfTarget(
  to: Target,
  { create, remove, isClosed }: Parts,
): Promise<SessionRef | undefined> {
  const { serverId } = to
  if (to.kind === 'session') return { serverId, sessionId: to.sessionId }
  const ref = { serverId, sessionId: (await create(to)).id }
  if (!isClosed()) return ref
  await remove(ref)
  return undefined
}
