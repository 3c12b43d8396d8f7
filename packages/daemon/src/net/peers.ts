import { networkInterfaces, release } from 'node:os'
import { addressBytes, endpointWords, ESTABLISHED, parseSocketRow, type SocketRow } from './socket-table.ts'
import { scanTable, type SocketTable } from './socket-table-read.ts'

/** One connection, as the socket at this end names it. */
export interface Connection {
  localAddress: string
  localPort: number
  remoteAddress: string
  remotePort: number
}

/** What the kernel says of the other end of a connection. */
export type Peer =
  /** `inode` 0: it waits to be accepted; `uid` says nothing then. */
  | { kind: 'open'; table: SocketTable; uid: number; inode: string }
  /** It must have stood here and does not, or is closing: nobody can tell any more whose it was. */
  | { kind: 'gone' }
  /** It is of another machine or namespace, or this one does not show its connections. */
  | { kind: 'unknown' }

/** `scan` rejects when a table can't be read just now; false: there is none, or it is not for us. */
export interface PeerSources {
  scan: (table: SocketTable, take: (line: string) => boolean) => Promise<boolean>
  /** Whether the other end of a connection from this address stands in our tables while it is alive. Throws when that can't be told just now. */
  isHere: (address: string) => boolean
}

interface Waiting {
  connection: Connection
  settle: (peer: Peer) => void
  /** It was looked for and not seen: rows may move while the kernel lists them, so one look proves no absence. */
  missed: boolean
}

/**
 * Who is at the other end of a loopback connection (faults.md 55). Never rejects. One read answers all that wait, and those that come while
 * it runs wait for the next: a flood of connections is no flood of reads.
 */
export function makePeers({ scan, isHere }: PeerSources = kernel): (connection: Connection) => Promise<Peer> {
  let waiting: Waiting[] = []
  let isReading = false

  async function readForAll(): Promise<void> {
    if (isReading) return
    isReading = true
    while (waiting.length > 0) {
      const served = waiting
      waiting = []
      for (const one of await settleSeen(served, scan)) {
        if (isElsewhere(one.connection, isHere)) one.settle({ kind: 'unknown' })
        else if (one.missed) one.settle({ kind: 'gone' })
        else waiting.push({ ...one, missed: true })
      }
    }
    isReading = false
  }

  return (connection) =>
    new Promise((settle) => {
      waiting.push({ connection, settle, missed: false })
      void readForAll()
    })
}

/** Not when it cannot be told just now: our own addresses take a file descriptor, which a flood may have left none of. */
function isElsewhere({ remoteAddress, localAddress }: Connection, isHere: PeerSources['isHere']): boolean {
  if (remoteAddress === localAddress) return false
  try {
    return !isHere(remoteAddress)
  } catch {
    return false
  }
}

/** Settles whom the tables name, and all when there are none. Gives the others. */
async function settleSeen(served: readonly Waiting[], scan: PeerSources['scan']): Promise<Waiting[]> {
  const seen = new Map<Waiting, Peer>()
  try {
    for (const table of ['tcp', 'tcp6'] as const) {
      const wanted = wantedIn(
        table,
        served.filter((one) => seen.get(one)?.kind !== 'open'),
      )
      if (wanted.size === 0) continue
      const isThere = await scan(table, (line) => {
        const row = parseSocketRow(line)
        const one = row && wanted.get(`${row.local} ${row.remote}`)
        if (row && one) seen.set(one, peerOf(table, row))
        if (row && one && row.state === ESTABLISHED) wanted.delete(`${row.local} ${row.remote}`)
        return wanted.size > 0
      })
      // Without IPv6 there is no second table, and nothing could stand in it.
      if (!isThere && table === 'tcp') served.forEach((one) => seen.set(one, { kind: 'unknown' }))
    }
  } catch {
    // No free file descriptor, for example, which a flood can bring about: whom we cannot look up now does not get in.
    served.filter((one) => !seen.has(one)).forEach((one) => seen.set(one, { kind: 'gone' }))
  }
  seen.forEach((peer, one) => one.settle(peer))
  return served.filter((one) => !seen.has(one))
}

/** The other end's row has our remote address as its local one. */
function wantedIn(table: SocketTable, served: readonly Waiting[]): Map<string, Waiting> {
  const pairs = served.flatMap((one): [string, Waiting][] => {
    const { remoteAddress, remotePort, localAddress, localPort } = one.connection
    const at = (words: string[]) => words.find((text) => text.length > 20 === (table === 'tcp6'))
    const local = at(endpointWords(remoteAddress, remotePort))
    const remote = at(endpointWords(localAddress, localPort))
    return local && remote ? [[`${local} ${remote}`, one]] : []
  })
  return new Map(pairs)
}

/** Only an established connection has a user: one that closes shows inode 0 and, in TIME_WAIT, uid 0, which is not root. */
function peerOf(table: SocketTable, { state, uid, inode }: SocketRow): Peer {
  return state === ESTABLISHED ? { kind: 'open', table, uid, inode } : { kind: 'gone' }
}

const kernel: PeerSources = { scan: scanTable, isHere: isOwnAddress }

/** Loopback, or an address of ours: from there only a process of this machine connects. */
function isOwnAddress(address: string): boolean {
  // Windows reaches into WSL by the same loopback, and its processes stand in no table here.
  if (/microsoft/i.test(release())) return false
  const bytes = String(addressBytes(address))
  if (bytes.startsWith('127,') || bytes === LOOPBACK_6) return true
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return own.some((one) => String(addressBytes(one.address)) === bytes)
}

const LOOPBACK_6 = String(addressBytes('::1'))
