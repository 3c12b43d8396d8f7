import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import type { PortRange } from './ports.ts'
import { LOOPBACK } from '../place.ts'
import { heldSockets, listStats, readArguments } from '../process/proc.ts'
import { portOf, takersOf, type SocketRow } from './socket-table.ts'
import { listening } from './socket-table-read.ts'

/** Who listens on a port. Another user's process shows no pid. */
export interface Listener {
  port: number
  /** Of who opened the socket. Linux. */
  uid?: number
  pid?: number
  name?: string
}

/** Everybody who listens on a port of the range, on any address. Connects to nothing. Undefined: this machine has no way to tell. */
export async function whoListens(range: PortRange): Promise<Listener[] | undefined> {
  const rows = await listeningIn(range)
  if (!rows) return askLsof(range)
  if (rows.length === 0) return []
  const owners = await ownersOf(new Set(rows.map(({ inode }) => inode)))
  return unique(rows.map((row) => ({ port: portOf(row), uid: row.uid, ...owners.get(row.inode) })))
}

/** By port of the range: the user whose server gets a connection to this address. Undefined: this machine has no way to tell. */
export async function usersOnPorts(
  range: PortRange,
  hostname = LOOPBACK,
): Promise<Map<number, number> | undefined> {
  const rows = await listeningIn(range)
  if (!rows) return undefined
  const ports = [...new Set(rows.map(portOf))]
  return new Map(
    ports.flatMap((port): [number, number][] => {
      const [taker] = takersOf(rows, { hostname, port })
      return taker ? [[port, taker.uid]] : []
    }),
  )
}

async function listeningIn({ first, last }: PortRange): Promise<SocketRow[] | undefined> {
  const [four, six = []] = await Promise.all([listening('tcp'), listening('tcp6')])
  return four && [...four, ...six].filter((row) => portOf(row) >= first && portOf(row) <= last)
}

/** By socket. The nearest of a process and its children that share it is the oldest. */
async function ownersOf(inodes: ReadonlySet<string>): Promise<Map<string, { pid: number; name: string }>> {
  const owners = new Map<string, { pid: number; name: string }>()
  const stats = (await listStats()).toSorted((one, other) => Number(one.startTime) - Number(other.startTime))
  const opened = stats.map(({ pid }) => ({
    pid,
    mine: [...heldSockets(pid)].map(({ inode }) => inode).filter((inode) => inodes.has(inode)),
  }))
  for (const { pid, mine } of opened.filter(({ mine }) => mine.length > 0)) {
    const name = basename((await readArguments(pid))?.[0] ?? '')
    for (const inode of mine) if (!owners.has(inode)) owners.set(inode, { pid, name })
  }
  return owners
}

function askLsof({ first, last }: PortRange): Promise<Listener[] | undefined> {
  const args = ['-nP', `-iTCP:${first}-${last}`, '-sTCP:LISTEN', '-Fpcn']
  return new Promise((resolve) => {
    // It ends with 1 when there is nobody.
    execFile('lsof', args, { timeout: 5000 }, (error, stdout) =>
      resolve(error && error.code !== 1 ? undefined : unique(parseLsof(stdout))),
    )
  })
}

/** PURE. The fields of `lsof -Fpcn`: a process (p, c), then its sockets (n). */
export function parseLsof(text: string): Listener[] {
  const found: Listener[] = []
  let process: Omit<Listener, 'port'> = {}
  for (const line of text.split('\n')) {
    const value = line.slice(1)
    if (line.startsWith('p')) process = { pid: Number(value) }
    else if (line.startsWith('c')) process = { ...process, name: value }
    else if (line.startsWith('n'))
      found.push({ port: Number(value.slice(value.lastIndexOf(':') + 1)), ...process })
  }
  return found
}

/** One that listens on several addresses is one. */
function unique(listeners: Listener[]): Listener[] {
  const byKey = new Map(listeners.map((one) => [`${one.port} ${one.pid}`, one]))
  return [...byKey.values()].toSorted((one, other) => one.port - other.port)
}
