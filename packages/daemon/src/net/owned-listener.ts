import { descendants } from '../process/tree.ts'
import { heldSockets, listPids, readStat, socketAt, type HeldSocket } from '../process/proc.ts'
import { identify, isSame, type Identity } from '../process/identity.ts'
import { isWildcard6, takersOf, type SocketRow } from './socket-table.ts'
import { listeningNow } from './socket-table-read.ts'
import { whoListens } from './port-users.ts'
import { LOOPBACK, type Place } from '../place.ts'

/**
 * Who must listen for anything to be sent: this very process or a child of it, or, without one, any process of this user. With an
 * identity, a later process of the same number is another.
 */
export interface Owner {
  pid?: number
  identity?: Identity
}

/** The process that a state file speaks of. One without identity is the engine CLI's own. */
export function ownerOf({ pid, identity }: { pid: number; identity?: Identity | undefined }): Owner {
  return identity ? { pid, identity } : { pid }
}

/** A socket that listens and is the owner's. As long as somebody holds it open it goes on listening: it is closed to end that. */
export interface Listener {
  inode: string
  uid: number
  /** Undefined: of this user, by a process that we may not look into. */
  holder: HeldSocket | undefined
  /** It may take IPv6 alone, and somebody else IPv4. */
  isWildcard6: boolean
}

export type ListenerFinding =
  | { kind: 'proven'; listener: Listener }
  | { kind: 'absent' }
  /** Somebody else than the owner. */
  | { kind: 'other'; uid: number }
  /** This machine does not tell. */
  | { kind: 'unknown' }

/** By place and owner. A proof that still holds costs a look at one open file, instead of the kernel's walk through all sockets. */
const known = new Map<string, Listener>()
const MOST = 64

/** Who would get a connection to this address now, judged against whom we mean. Connects to nothing. */
export async function findListener(place: Place, owner: Owner): Promise<ListenerFinding> {
  const key = JSON.stringify([place.hostname, place.port, owner])
  const before = known.get(key)
  if (before?.holder && isHeld(before.holder)) return { kind: 'proven', listener: before }
  known.delete(key)
  if (owner.pid !== undefined && owner.identity && !(await isSame(owner.pid, owner.identity)))
    return { kind: 'absent' }
  const found = await look(place, owner)
  if (found.kind === 'proven') known.set(key, found.listener)
  for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest)
  return found
}

/** Whether it has listened there all the time since it was found: then a connection made meanwhile is with it. */
export async function stillListens(place: Place, owner: Owner, listener: Listener): Promise<boolean> {
  if (listener.holder) return isHeld(listener.holder)
  const now = await look(place, owner)
  return now.kind === 'proven' && now.listener.inode === listener.inode
}

function isHeld({ link, inode }: HeldSocket): boolean {
  return socketAt(link) === inode
}

async function look(place: Place, owner: Owner): Promise<ListenerFinding> {
  const rows = listeningNow('tcp')
  if (!rows) return lookElsewhere(place, owner)
  // The kernel walks all its sockets to list a table: the second is read when the first does not settle it.
  const takers = takersOf(rows, place)
  if (takers.length > 0) return judge(takers, owner)
  return judge(takersOf(listeningNow('tcp6') ?? [], place), owner)
}

async function judge(takers: readonly SocketRow[], { pid }: Owner): Promise<ListenerFinding> {
  const [taker] = takers
  if (!taker) return { kind: 'absent' }
  const inodes = new Set(takers.map(({ inode }) => inode))
  const holder = pid === undefined ? await ownHolder(inodes) : await holderBelow(pid, inodes)
  const isOwn = pid === undefined && takers.every(({ uid }) => uid === process.getuid?.())
  if (pid === undefined ? !isOwn : !holder) return { kind: 'other', uid: taker.uid }
  const { inode } = holder ?? taker
  return { kind: 'proven', listener: { inode, uid: taker.uid, holder, isWildcard6: isWildcard6(taker) } }
}

async function holderBelow(pid: number, inodes: ReadonlySet<string>): Promise<HeldSocket | undefined> {
  const own = holderOf(inodes, [pid])
  return (
    own ??
    holderOf(
      inodes,
      (await descendants(pid)).map((child) => child.pid),
    )
  )
}

/**
 * Who of all processes holds such a socket; of a process and its children that share it, the oldest. Looks into some hundred processes, in
 * between others have their turn. Undefined also where it is not ours to look into.
 */
async function ownHolder(inodes: ReadonlySet<string>): Promise<HeldSocket | undefined> {
  const own = holderOf(inodes, [process.pid])
  if (own) return own
  const holders: HeldSocket[] = []
  for (const pid of listPids()) {
    const held = holderOf(inodes, [pid])
    if (held) holders.push(held)
    await new Promise(setImmediate)
  }
  const ages = await Promise.all(holders.map(({ pid }) => readStat(pid)))
  const oldest = ages.toSorted((one, other) => Number(one?.startTime) - Number(other?.startTime))[0]
  return holders.find(({ pid }) => pid === oldest?.pid) ?? holders[0]
}

function holderOf(inodes: ReadonlySet<string>, pids: readonly number[]): HeldSocket | undefined {
  for (const pid of pids) {
    for (const held of heldSockets(pid)) if (inodes.has(held.inode)) return held
  }
  return undefined
}

/** The process of this user that gets a connection to the port, told from a later one. Undefined: there is none, or it cannot be seen. */
export async function listeningProcess(port: number): Promise<Required<Owner> | undefined> {
  const found = await findListener({ hostname: LOOPBACK, port }, {})
  if (found.kind === 'absent' || found.kind === 'other') return undefined
  const pid =
    found.kind === 'proven'
      ? found.listener.holder?.pid
      : (await whoListens({ first: port, last: port }))?.find((one) => one.pid !== undefined)?.pid
  const identity = pid === undefined ? undefined : await identify(pid)
  return pid !== undefined && identity ? { pid, identity } : undefined
}

/** Without /proc, `lsof` knows the processes of this user; where there is none, nobody does. */
async function lookElsewhere({ port }: Place, { pid }: Owner): Promise<ListenerFinding> {
  if (pid === undefined) return { kind: 'unknown' }
  const found = await whoListens({ first: port, last: port })
  return { kind: !found || found.some((one) => one.pid === pid) ? 'unknown' : 'absent' }
}
