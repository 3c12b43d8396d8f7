import { connect, isIP, isIPv6, type Socket } from 'node:net'
import { KiloError } from '../errors.ts'
import { findListener, stillListens, type Listener, type Owner } from './owned-listener.ts'
import { makePeers, type Peer } from './peers.ts'
import type { Place } from '../place.ts'

/**
 * The one way to anything that listens on this machine: a connection to the owner's own listener, or none. Who listens is looked up before it
 * connects, so that nobody else hears of us, and proven after, before a byte is sent: between the two another may have taken the
 * port (faults.md 18, 56). A plain socket, so no proxy of the environment has a part in it (faults.md 60).
 *
 * Rejects with `not-listening`, `other-listener`, or the system's error.
 */
export async function connectProven(place: Place, owner: Owner, signal?: AbortSignal): Promise<Socket> {
  const at = await resolvePlace(place, owner)
  const found = await findListener(at, owner)
  if (found.kind === 'absent' || found.kind === 'other') throw refusal(place, found.kind)
  const socket = connect({ host: at.hostname, port: at.port, ...(signal && { signal }) })
  await untilConnected(socket)
  const isProven = found.kind === 'unknown' || (await isWith(socket, at, owner, found.listener))
  if (isProven && !socket.destroyed) return socket
  socket.destroy()
  throw refusal(place, 'other')
}

/** A name may mean several addresses: the one where the owner listens. */
async function resolvePlace(place: Place, owner: Owner): Promise<Place> {
  const hostname = place.hostname.replaceAll(/^\[|\]$/g, '')
  if (isIP(hostname)) return { hostname, port: place.port }
  const { lookup } = await import('node:dns/promises')
  const places = (await lookup(hostname, { all: true })).map(({ address }) => ({
    ...place,
    hostname: address,
  }))
  for (const one of places) if ((await findListener(one, owner)).kind === 'proven') return one
  return place
}

/** Loopback answers at once, or has a queue that is full. */
const CONNECT_MS = 10_000

function untilConnected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new Error('nobody took the connection')), CONNECT_MS)
    socket.once('close', () => clearTimeout(timer))
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve()
    })
    // Stays: an error that comes before the caller listens must not end the process.
    socket.on('error', reject)
  })
}

async function isWith(socket: Socket, at: Place, owner: Owner, listener: Listener): Promise<boolean> {
  if (!(await stillListens(at, owner, listener))) return false
  // A listener for all IPv6 addresses need not be the one that took an IPv4 connection: then the other end itself is looked up.
  return !listener.isWildcard6 || isIPv6(at.hostname) || isTakenBy6(await peerOf(socket), listener)
}

function isTakenBy6(peer: Peer, { uid }: Listener): boolean {
  if (peer.kind !== 'open') return peer.kind === 'unknown'
  // Waiting to be accepted, it is in the queue of a listener of its own family.
  return peer.table === 'tcp6' && (peer.inode === '0' || peer.uid === uid)
}

let peers: ReturnType<typeof makePeers> | undefined

function peerOf({ localAddress, localPort, remoteAddress, remotePort }: Socket): Promise<Peer> {
  peers ??= makePeers()
  if (localAddress === undefined || remoteAddress === undefined) return Promise.resolve({ kind: 'gone' })
  return peers({ localAddress, localPort: localPort ?? 0, remoteAddress, remotePort: remotePort ?? 0 })
}

function refusal({ port }: Place, kind: 'absent' | 'other'): KiloError {
  return kind === 'absent'
    ? new KiloError('not-listening', `nobody listens on port ${port}`, 'kilo daemon start', { port })
    : new KiloError('other-listener', `another program listens on port ${port}`, 'kilo doctor', { port })
}
