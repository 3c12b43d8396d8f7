import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endpointWords, isWildcard6, parseSocketRow, portOf, takersOf } from './socket-table.ts'

const V6 = '0'.repeat(32)

describe('lines of the kernel’s tables', () => {
  it.each([
    [
      'one that listens',
      '   0: 0100007F:1001 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1001        0 61862 1 0000 100 0 0 10 0',
      { local: '0100007F:1001', remote: '00000000:0000', state: '0A', uid: 1001, inode: '61862' },
    ],
    [
      'one that is open',
      ' 120: 0100007F:8C3E 0100007F:1015 01 00000000:00000000 00:00000000 00000000     0        0 61863 1 0000 20 4 30 10 -1',
      { local: '0100007F:8C3E', remote: '0100007F:1015', state: '01', uid: 0, inode: '61863' },
    ],
    [
      'one in TIME_WAIT, which shows uid 0 and has fewer words',
      '   7: 0100007F:8C40 0100007F:1015 06 00000000:00000000 03:00000F5A 00000000     0        0 0 3 0000000000000000',
      { local: '0100007F:8C40', remote: '0100007F:1015', state: '06', uid: 0, inode: '0' },
    ],
    [
      'IPv6',
      `   1: ${V6}:1014 ${V6}:0000 0A 00000000:00000000 00:00000000 00000000 4294967294 0 99 1`,
      { local: `${V6}:1014`, remote: `${V6}:0000`, state: '0A', uid: 4_294_967_294, inode: '99' },
    ],
    [
      'the heading',
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      undefined,
    ],
    ['nothing', '', undefined],
    ['a line that is cut', '   0: 0100007F:1001 00000000:0000 0A', undefined],
  ])('%s', (_, line, row) => expect(parseSocketRow(line)).toEqual(row))
})

describe('addresses in the tables’ words', () => {
  it.each<[string, number, string[]]>([
    ['127.0.0.1', 4097, ['0100007F:1001', '0000000000000000FFFF00000100007F:1001']],
    ['::ffff:127.0.0.1', 4097, ['0100007F:1001', '0000000000000000FFFF00000100007F:1001']],
    ['::FFFF:7f00:1', 4097, ['0100007F:1001', '0000000000000000FFFF00000100007F:1001']],
    ['0.0.0.0', 80, ['00000000:0050', '0000000000000000FFFF000000000000:0050']],
    ['::1', 4117, ['00000000000000000000000001000000:1015']],
    ['[::1]', 4117, ['00000000000000000000000001000000:1015']],
    ['::', 1, [`${V6}:0001`]],
    ['fe80::1%eth0', 1, ['000080FE000000000000000001000000:0001']],
    ['2001:db8:0:1:2:3:4:5', 65535, ['B80D0120010000000300020005000400:FFFF']],
    ['localhost', 80, []],
    ['', 80, []],
  ])('%s', (address, port, expected) => expect(endpointWords(address, port, 'LE')).toEqual(expected))

  it('on a machine of the other order', () => {
    expect(endpointWords('127.0.0.1', 4097, 'BE')[0]).toBe('7F000001:1001')
  })

  it('every IPv4 address has its mapped form, and is told apart', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.nat(65_535), (one, other, port) => {
        expect(endpointWords(`::ffff:${one}`, port)).toEqual(endpointWords(one, port))
        expect(endpointWords(one, port)[0] === endpointWords(other, port)[0]).toBe(one === other)
      }),
    )
  })

  it('an IPv6 address has the same form however it is written', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const canonical = new URL(`http://[${address}]`).hostname
        expect(endpointWords(address, 1)).toEqual(endpointWords(canonical, 1))
        expect(endpointWords(address, 1).at(-1)).toHaveLength(37)
      }),
    )
  })
})

describe('who gets a connection', () => {
  const listens = (address: string, uid: number, table6 = false) => {
    const forms = endpointWords(address, 4099)
    const local = table6 ? forms.at(-1) : forms[0]
    return { local: local ?? '', remote: '', state: '0A', uid, inode: String(uid) }
  }
  const at = (hostname: string) => ({ hostname, port: 4099 })

  it.each([
    [
      'the address itself',
      [listens('0.0.0.0', 1), listens('127.0.0.1', 2), listens('::', 3)],
      '127.0.0.1',
      [2],
    ],
    [
      'an IPv6 socket at the IPv4 address',
      [listens('127.0.0.1', 2, true), listens('::', 3)],
      '127.0.0.1',
      [2],
    ],
    ['IPv4 before IPv6', [listens('::', 3), listens('0.0.0.0', 1)], '127.0.0.1', [1]],
    ['IPv6 that takes all', [listens('::', 3)], '127.0.0.1', [3]],
    ['IPv6', [listens('0.0.0.0', 1), listens('::', 3)], '::1', [3]],
    ['another address of the machine', [listens('127.0.0.2', 1), listens('::1', 2)], '127.0.0.1', []],
    ['several of one port', [listens('127.0.0.1', 1), listens('127.0.0.1', 2)], '127.0.0.1', [1, 2]],
    ['a name is no address', [listens('127.0.0.1', 1)], 'localhost', []],
    ['connected is not listening', [{ ...listens('127.0.0.1', 1), state: '01' }], '127.0.0.1', []],
  ])('%s', (_, rows, hostname, uids) => {
    expect(takersOf(rows, at(hostname)).map(({ uid }) => uid)).toEqual(uids)
  })

  it('another port is another place', () => {
    expect(takersOf([listens('127.0.0.1', 1)], { hostname: '127.0.0.1', port: 4100 })).toEqual([])
    expect(portOf(listens('127.0.0.1', 1))).toBe(4099)
    expect([listens('::', 1), listens('0.0.0.0', 1), listens('::1', 1)].map(isWildcard6)).toEqual([
      true,
      false,
      false,
    ])
  })
})
