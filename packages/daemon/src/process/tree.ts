import { readMarker } from './env-marker.ts'
import { listStats, type ProcessStat } from './proc.ts'
import { sameIdentity, identify, identityOf, type Identity } from './identity.ts'

export interface Member {
  pid: number
  identity: Identity
}

/**
 * All children of the process, theirs too, nearest first. Not another service that it started, as the console host does with the daemon:
 * that lives a life of its own (faults.md 29). Linux; elsewhere empty, and the group signal must do.
 */
export async function descendants(pid: number): Promise<Member[]> {
  const stats = await listStats()
  const found: ProcessStat[] = []
  for (let level = [pid]; level.length > 0;) {
    const children = stats.filter((stat) => !stat.dead && level.includes(stat.parent))
    const apart = await Promise.all(children.map((child) => livesApart(child, pid)))
    const next = children.filter((_, index) => !apart[index])
    found.push(...next)
    level = next.map((child) => child.pid)
  }
  return found.map((stat) => ({ pid: stat.pid, identity: identityOf(stat) }))
}

/** A service leads its own session, and its mark is not its parent's: a shell's is. */
async function livesApart(child: ProcessStat, pid: number): Promise<boolean> {
  if (child.session !== child.pid) return false
  const own = await readMarker(child.pid)
  return own !== undefined && own !== (await readMarker(pid))
}

/** Those of the members that still live. */
export async function survivors(members: Member[]): Promise<Member[]> {
  const checks = await Promise.all(
    members.map(async ({ pid, identity }) => {
      const now = await identify(pid)
      return now !== undefined && sameIdentity(now, identity)
    }),
  )
  return members.filter((_, index) => checks[index])
}
