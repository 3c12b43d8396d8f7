import { readMark } from './mark.ts'
import { listeners, listStats, socketInodes, type ProcessStat } from './proc.ts'
import { whoListens } from './who-listens.ts'
import { sameIdentity, identify, identityOf, type Identity } from './process.ts'

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
  const own = await readMark(child.pid)
  return own !== undefined && own !== (await readMark(pid))
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

/**
 * Whether the process or a child of it listens on the port. Undefined: this platform cannot tell.
 * A recorded port may meanwhile be somebody else's; a password must not go there (faults.md 18).
 */
export async function ownsPort(pid: number, port: number): Promise<boolean | undefined> {
  const inodes = await listeners(port, 'tcp')
  if (!inodes) return (await whoListens({ first: port, last: port }))?.some((one) => one.pid === pid)
  const owns = (candidate: number) => {
    for (const inode of socketInodes(candidate)) if (inodes.has(inode)) return true
    return false
  }
  if (inodes.size > 0 && owns(pid)) return true
  // The kernel walks all its sockets to list a table: the second is read when the first does not settle it.
  for (const inode of (await listeners(port, 'tcp6')) ?? []) inodes.add(inode)
  if (inodes.size === 0) return false
  if (owns(pid)) return true
  return (await descendants(pid)).some((child) => owns(child.pid))
}
