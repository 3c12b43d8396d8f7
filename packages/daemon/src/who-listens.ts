import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PortRange } from './ports.ts'
import { listStats, readArguments, socketInodes } from './proc.ts'

/** Who listens on a port. Another user's process shows no pid. */
export interface Listener {
  port: number
  pid?: number
  name?: string
}

/** Everybody who listens on a port of the range, on any address. Connects to nothing. Undefined: this machine has no way to tell. */
export async function whoListens(range: PortRange): Promise<Listener[] | undefined> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => undefined)),
  )
  if (tables[0] === undefined) return askLsof(range)
  const sockets = parseListening(tables.join('\n')).filter(({ port }) => isIn(range, port))
  if (sockets.length === 0) return []
  const owners = await ownersOf(new Set(sockets.map(({ inode }) => inode)))
  return unique(sockets.map(({ port, inode }) => ({ port, ...owners.get(inode) })))
}

/** PURE. Listening sockets in the words of /proc/net/tcp and tcp6. */
export function parseListening(table: string): { port: number; inode: string }[] {
  const LISTEN = '0A'
  const rows = table.split('\n').map((row) => row.trim().split(/\s+/))
  return rows
    .filter((row) => row[3] === LISTEN)
    .map((row) => ({ port: Number.parseInt(row[1]?.split(':')[1] ?? '', 16), inode: row[9] ?? '' }))
}

/** By socket. The nearest of a process and its children that share it is the oldest. */
async function ownersOf(inodes: ReadonlySet<string>): Promise<Map<string, { pid: number; name: string }>> {
  const owners = new Map<string, { pid: number; name: string }>()
  const stats = (await listStats()).toSorted((one, other) => Number(one.startTime) - Number(other.startTime))
  const opened = stats.map(({ pid }) => ({
    pid,
    mine: [...socketInodes(pid)].filter((inode) => inodes.has(inode)),
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

function isIn({ first, last }: PortRange, port: number): boolean {
  return port >= first && port <= last
}

/** One that listens on several addresses is one. */
function unique(listeners: Listener[]): Listener[] {
  const byKey = new Map(listeners.map((one) => [`${one.port} ${one.pid}`, one]))
  return [...byKey.values()].toSorted((one, other) => one.port - other.port)
}
