import { describe, expect, test } from 'vitest'
import type { RouteKind } from '../shared/routes.ts'
import { allowedHosts, judge } from './guard.ts'

const HOST = '127.0.0.1:4117'
const ORIGIN = `http://${HOST}`
const hosts = allowedHosts({ hostname: '127.0.0.1', port: 4117, ownAddresses: ['192.168.1.5'] })

function outcome(method: string, kind: RouteKind, headers: [string, string][], target = '/api/servers') {
  const verdict = judge({ method, target, rawHeaders: headers.flat(), kind, hosts })
  return verdict.allow ? 'allow' : `${verdict.status} ${verdict.code}`
}

describe('fault 33: Host', () => {
  test.each(['127.0.0.1:4117', 'localhost:4117', 'LOCALHOST:4117', '[::1]:4117'])('%s is ours', (host) => {
    expect(outcome('GET', 'app', [['Host', host]])).toBe('allow')
  })

  test.each([
    'evil.test',
    'evil.test:4117',
    'localhost.evil:4117',
    'localhost',
    'localhost:4118',
    '127.0.0.1',
    '127.0.0.1:4117.evil',
    '127.0.0.1:4117 ',
    '192.168.1.5:4117',
    '::1:4117',
    '0.0.0.0:4117',
    '',
  ])('%j is not', (host) => {
    expect(outcome('GET', 'app', [['Host', host]])).toBe('403 foreign-host')
  })

  test('none, two, and two the same are refused', () => {
    expect(outcome('GET', 'app', [])).toBe('403 foreign-host')
    expect(
      outcome('GET', 'app', [
        ['Host', HOST],
        ['host', 'evil.test'],
      ]),
    ).toBe('403 foreign-host')
    expect(
      outcome('GET', 'app', [
        ['Host', HOST],
        ['HOST', HOST],
      ]),
    ).toBe('403 foreign-host')
  })

  test.each(['http://127.0.0.1:4117/', 'http://evil.test/', '*', '', '//evil.test/'])(
    'target %j is refused',
    (target) => {
      expect(outcome('GET', 'app', [['Host', HOST]], target)).toBe('403 foreign-host')
    },
  )

  const ownAddresses = ['192.168.1.5', 'FE80::1']
  const local = ['127.0.0.1:4117', 'localhost:4117', '[::1]:4117']

  test.each(['0.0.0.0', '::'])(
    'a host that listens on %s answers to its addresses, never to a name',
    (hostname) => {
      const open = allowedHosts({ hostname, port: 4117, ownAddresses })
      const own = hostname === '::' ? '[::]:4117' : '0.0.0.0:4117'
      expect([...open]).toEqual([...local, own, '192.168.1.5:4117', '[fe80::1]:4117'])
    },
  )

  test('one that listens on one name answers to that alone', () => {
    expect([...allowedHosts({ hostname: '127.0.0.1', port: 4117, ownAddresses })]).toEqual(local)
    expect([...allowedHosts({ hostname: 'Box', port: 4117, ownAddresses })]).toEqual([...local, 'box:4117'])
  })

  test('on port 80 browsers leave the port out', () => {
    const names = ['127.0.0.1', 'localhost', '[::1]']
    expect([...allowedHosts({ hostname: '127.0.0.1', port: 80, ownAddresses })]).toEqual(
      names.flatMap((name) => [name, `${name}:80`]),
    )
  })
})

describe('fault 34: Origin and Sec-Fetch-Site', () => {
  const own: [string, string][] = [['Host', HOST]]
  const origin = (value: string): [string, string][] => [...own, ['Origin', value]]
  const site = (value: string): [string, string][] => [...own, ['Sec-Fetch-Site', value]]

  test.each([
    ['POST', 'data', origin(ORIGIN), 'allow'],
    ['POST', 'data', site('same-origin'), 'allow'],
    ['POST', 'data', [...origin(ORIGIN), ['Sec-Fetch-Site', 'same-origin']], 'allow'],
    ['GET', 'data', own, 'allow'],
    ['HEAD', 'data', own, 'allow'],
    ['GET', 'data', [...own, ['X-Quoted', 'origin'], ['http://evil.test', 'x']], 'allow'],
    ['GET', 'data', site('same-origin'), 'allow'],
    ['GET', 'data', site('none'), 'allow'],
    ['GET', 'app', site('cross-site'), 'allow'],
    ['POST', 'control', own, 'allow'],
    ['GET', 'socket', origin(ORIGIN), 'allow'],
    ['POST', 'data', own, '403 no-origin'],
    ['OPTIONS', 'data', own, '403 no-origin'],
    ['DELETE', 'data', own, '403 no-origin'],
    ['POST', 'app', own, '403 no-origin'],
    ['POST', 'data', site('none'), '403 foreign-site'],
    ['POST', 'data', site('cross-site'), '403 foreign-site'],
    ['POST', 'data', site('same-site'), '403 foreign-site'],
    ['POST', 'data', site('whatever'), '403 foreign-site'],
    ['POST', 'control', site('cross-site'), '403 foreign-site'],
    ['POST', 'control', origin('http://evil.test'), '403 foreign-origin'],
    ['POST', 'data', [...origin(ORIGIN), ['Sec-Fetch-Site', 'cross-site']], '403 foreign-site'],
    ['POST', 'data', [...origin(ORIGIN), ['Origin', ORIGIN]], '403 foreign-origin'],
    ['GET', 'data', site('same-site'), '403 foreign-site'],
    ['GET', 'data', origin('http://127.0.0.1:3000'), '403 foreign-origin'],
    ['GET', 'socket', own, '403 no-origin'],
    ['GET', 'socket', site('same-origin'), '403 no-origin'],
    ['GET', 'socket', site('none'), '403 foreign-site'],
  ] as [string, RouteKind, [string, string][], string][])(
    '%s %s %j: %s',
    (method, kind, headers, expected) => {
      expect(outcome(method, kind, headers)).toBe(expected)
    },
  )

  test.each([
    'null',
    'http://localhost:4117',
    'http://127.0.0.1:4118',
    'http://127.0.0.1:4117.evil',
    'https://127.0.0.1:4117',
    'http://127.0.0.1:4117/',
    'HTTP://127.0.0.1:4117',
    '',
  ])('Origin %j is foreign, to a change and to a WebSocket', (value) => {
    expect(outcome('POST', 'data', origin(value))).toBe('403 foreign-origin')
    expect(outcome('GET', 'socket', origin(value))).toBe('403 foreign-origin')
  })
})

const DESTS = ['empty', 'websocket', 'document', 'script', 'worker', 'style', 'iframe', '']

describe('fault 61: Sec-Fetch-Dest', () => {
  test.each<[RouteKind, string[]]>([
    ['app', DESTS],
    ['control', DESTS],
    ['data', ['empty']],
    ['socket', ['empty', 'websocket']],
  ])('%s is used as %j', (kind, uses) => {
    const own: [string, string][] = [
      ['Host', HOST],
      ['Origin', ORIGIN],
    ]
    for (const dest of DESTS) {
      const allowed = uses.includes(dest) ? 'allow' : '403 foreign-use'
      expect([dest, outcome('GET', kind, [...own, ['Sec-Fetch-Dest', dest]])]).toEqual([dest, allowed])
      // A second one does not make it better.
      expect([
        dest,
        outcome('GET', kind, [...own, ['Sec-Fetch-Dest', 'empty'], ['sec-fetch-dest', dest]]),
      ]).toEqual([dest, allowed])
    }
  })
})
