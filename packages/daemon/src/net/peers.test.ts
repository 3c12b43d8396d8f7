import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { makePeers, type Connection, type PeerSources } from './peers.ts'
import { endpointWords } from './socket-table.ts'
import type { SocketTable } from './socket-table-read.ts'

const accepted = (remotePort: number, remoteAddress = '127.0.0.1'): Connection => ({
  localAddress: '127.0.0.1',
  localPort: 4117,
  remoteAddress,
  remotePort,
})

interface End {
  from: number
  state?: string
  uid?: number
  inode?: number
  table?: SocketTable
}

/** A line of the kernel’s for the end that connected from this port. */
function line({ from, state = '01', uid = 1001, inode = 7, table = 'tcp' }: End): string {
  const [local, remote] = [endpointWords('127.0.0.1', from), endpointWords('127.0.0.1', 4117)].map((words) =>
    table === 'tcp' ? words[0] : words[1],
  )
  return ` 1: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000 ${uid} 0 ${inode} 1 0000`
}

/** The kernel's tables as they are at each read. */
function kernel(...reads: End[][]) {
  const log: string[] = []
  let at = 0
  const scan: PeerSources['scan'] = (table, take) => {
    if (table === 'tcp') at += 1
    log.push(`${table} ${at}`)
    const ends = reads[Math.min(at, reads.length) - 1] ?? []
    ends.filter((end) => (end.table ?? 'tcp') === table).every((end) => take(line(end)))
    return Promise.resolve(true)
  }
  return { log, peerOf: makePeers({ scan, isHere: (address) => address.startsWith('127.') }) }
}

describe('fault 55: what the table says of the other end', () => {
  it.each<[string, End, object]>([
    ['a user', { from: 5 }, { kind: 'open', table: 'tcp', uid: 1001, inode: '7' }],
    ['IPv4 over an IPv6 socket', { from: 5, table: 'tcp6' }, { kind: 'open', table: 'tcp6', uid: 1001 }],
    ['TIME_WAIT, which shows root', { from: 5, state: '06', uid: 0, inode: 0 }, { kind: 'gone' }],
    ['closing, its process gone', { from: 5, state: '04', uid: 0, inode: 0 }, { kind: 'gone' }],
    ['half closed, with its user', { from: 5, state: '05' }, { kind: 'gone' }],
    ['last ack', { from: 5, state: '09', uid: 0, inode: 0 }, { kind: 'gone' }],
    ['open, and held by no process', { from: 5, uid: 0, inode: 0 }, { kind: 'open', inode: '0' }],
    ['somebody else’s', { from: 6 }, { kind: 'gone' }],
  ])('%s', async (_, end, peer) => {
    expect(await kernel([end]).peerOf(accepted(5))).toMatchObject(peer)
  })

  it('our own end of the same connection is not the other one', async () => {
    const { peerOf } = kernel([{ from: 5, uid: 1001 }])
    // Seen from the client: the peer of port 5 is port 4117, which stands the other way round.
    const seen = { localAddress: '127.0.0.1', localPort: 5, remoteAddress: '127.0.0.1', remotePort: 4117 }
    expect(await peerOf(seen)).toEqual({ kind: 'gone' })
  })

  it('not seen from another machine is unknown, at once; from our own addresses it is looked for twice', async () => {
    const { peerOf, log } = kernel([])
    expect(await peerOf(accepted(5, '192.0.2.1'))).toEqual({ kind: 'unknown' })
    expect(log).toEqual(['tcp 1', 'tcp6 1'])
    expect(await peerOf({ ...accepted(5, '192.0.2.1'), localAddress: '192.0.2.1' })).toEqual({ kind: 'gone' })
    expect(await peerOf(accepted(5))).toEqual({ kind: 'gone' })
    expect(log).toHaveLength(10)
  })

  it('a row that the kernel missed while others came and went is found the second time', async () => {
    const { peerOf } = kernel([], [{ from: 5 }])
    expect(await peerOf(accepted(5))).toMatchObject({ kind: 'open', uid: 1001 })
  })
})

it('no table is unknown; one that cannot be read now lets nobody in', async () => {
  const isHere = () => true
  const without = makePeers({ scan: () => Promise.resolve(false), isHere })
  expect(await without(accepted(5))).toEqual({ kind: 'unknown' })
  const exhausted = makePeers({ scan: () => Promise.reject(new Error('EMFILE')), isHere })
  expect(await Promise.all([exhausted(accepted(5)), exhausted(accepted(6))])).toEqual([
    { kind: 'gone' },
    { kind: 'gone' },
  ])
})

it('fault 55: whose address cannot be told now does not get in, and those who come after are looked up', async () => {
  let isExhausted = true
  const isHere = () => {
    if (isExhausted) throw new Error('EMFILE')
    return false
  }
  const peerOf = makePeers({ scan: () => Promise.resolve(true), isHere })
  expect(await peerOf(accepted(5, '192.0.2.1'))).toEqual({ kind: 'gone' })
  isExhausted = false
  expect(await peerOf(accepted(6, '192.0.2.1'))).toEqual({ kind: 'unknown' })
})

it('fault 55: a flood of connections is one read that runs and one for all that wait', async () => {
  const all = Array.from({ length: 1000 }, (_, at): End => ({ from: at + 1, uid: at }))
  const { peerOf, log } = kernel(all)
  const peers = await Promise.all(all.map(({ from }) => peerOf(accepted(from))))
  expect(peers.map((peer) => peer.kind === 'open' && peer.uid)).toEqual(all.map(({ uid }) => uid))
  expect(log).toEqual(['tcp 1', 'tcp 2'])
})

it.runIf(process.platform === 'linux')(
  'asks the real kernel: this very process, over both families',
  async () => {
    const peerOf = makePeers()
    for (const [listen, to] of [
      ['127.0.0.1', '127.0.0.1'],
      ['::', '127.0.0.1'],
      ['::', '::1'],
    ]) {
      const server = createServer().listen(0, listen)
      await once(server, 'listening')
      const client = connect((server.address() as AddressInfo).port, to)
      const [socket] = (await once(server, 'connection')) as [Socket]
      const { localAddress = '', localPort = 0, remoteAddress = '', remotePort = 0 } = socket
      const seen = { localAddress, localPort, remoteAddress, remotePort }
      expect(await peerOf(seen)).toMatchObject({ kind: 'open', uid: process.getuid?.() })
      client.destroy()
      await once(client, 'close')
      expect(await peerOf(seen)).toEqual({ kind: 'gone' })
      socket.destroy()
      server.close()
    }
  },
)
