import type { Place } from '../place.ts'

/** One line of /proc/net/tcp or tcp6, addresses in the table's own words: `0100007F:1001`. */
export interface SocketRow {
  local: string
  remote: string
  state: string
  /** Of who opened the socket. Says nothing without an inode: a socket that no process holds shows 0, root's. */
  uid: number
  /** `0`: no process holds it. It waits to be accepted, is closing, or is closed (TIME_WAIT). */
  inode: string
}

export const ESTABLISHED = '01'
export const LISTEN = '0A'

/** PURE. Undefined for the heading and whatever else is no socket. */
export function parseSocketRow(line: string): SocketRow | undefined {
  const [number, local, remote, state, , , , uid, , inode] = line.trim().split(/\s+/)
  if (!local || !remote || !state || uid === undefined || inode === undefined || number === 'sl')
    return undefined
  return { local, remote, state, uid: Number(uid), inode }
}

/**
 * PURE. How an address and port stand in the tables. IPv4 has two ways: in `tcp`, and mapped in `tcp6`, where an IPv6 socket speaks it.
 * Empty for what is no IP address.
 */
export function endpointWords(address: string, port: number, order: 'LE' | 'BE' = ORDER): string[] {
  const bytes = addressBytes(address)
  if (!bytes) return []
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const forms = bytes.length === 4 ? [bytes, [...MAPPED, ...bytes]] : [bytes]
  return forms.map((form) => words(form, order) + suffix)
}

/**
 * PURE. Those of the listening sockets on the port that get a connection to this address: who is bound to it stands before who is bound
 * to all, and an IPv4 socket before an IPv6 one that takes IPv4 as well. Several that share a port are one user's: the kernel lets nobody
 * else join.
 */
export function takersOf(rows: readonly SocketRow[], { hostname, port }: Place): SocketRow[] {
  const exact = endpointWords(hostname, port)
  const ranks = [exact, exact.length > 1 ? endpointWords('0.0.0.0', port) : [], endpointWords('::', port)]
  const listening = rows.filter(({ state }) => state === LISTEN)
  const ranked = ranks.map((rank) => listening.filter((row) => rank.includes(row.local)))
  return exact.length === 0 ? [] : (ranked.find((found) => found.length > 0) ?? [])
}

/** PURE. The port that it is bound to. */
export function portOf({ local }: SocketRow): number {
  return Number.parseInt(local.slice(local.indexOf(':') + 1), 16)
}

/** PURE. Whether it is bound to all IPv6 addresses: the table does not say whether it takes IPv4, too. */
export function isWildcard6({ local }: SocketRow): boolean {
  return local.startsWith(`${'0'.repeat(32)}:`)
}

/** Not asked of node:os: a command that is answered at once does not load it. */
const ORDER = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'LE' : 'BE'

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]

/** PURE. Four bytes or sixteen; a mapped IPv4 address is IPv4. Undefined for a name. */
export function addressBytes(address: string): number[] | undefined {
  const text = address.replaceAll(/^\[|\]$|%.*$/g, '')
  if (/^\d+(\.\d+){3}$/.test(text)) return text.split('.').map(Number)
  if (!/^[\da-f:.]*:[\da-f:.]*$/i.test(text)) return undefined
  const [head = [], tail] = text.split('::').map(groupsOf)
  const missing = 16 - head.length - (tail?.length ?? 0)
  const bytes = tail ? [...head, ...Array.from({ length: missing }, () => 0), ...tail] : head
  return MAPPED.every((byte, at) => bytes[at] === byte) ? bytes.slice(12) : bytes
}

function groupsOf(text: string): number[] {
  return text
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      if (group.includes('.')) return group.split('.').map(Number)
      const value = Number.parseInt(group, 16)
      return [value >> 8, value & 0xff]
    })
}

/** The kernel prints each 32 bits as a number of the machine's own order. */
function words(bytes: readonly number[], order: 'LE' | 'BE'): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const word = bytes.slice(at, at + 4)
    if (order === 'LE') word.reverse()
    text += word.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')
  }
  return text
}
