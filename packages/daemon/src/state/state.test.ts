import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basicToken } from '../services/credentials.ts'
import { engineService } from '../services/engine.ts'
import { parseState, publicState } from './state.ts'

const service = engineService({ env: { HOME: '/home/somebody' } })
const parse = (text: string) => parseState(text, (json, base) => service.parse(json, base))
const valid = {
  pid: 4242,
  hostname: '127.0.0.1',
  port: 4097,
  url: 'http://127.0.0.1:4097',
  urls: { local: 'http://127.0.0.1:4097', bind: 'http://127.0.0.1:4097' },
  username: 'kilo',
  password: 'secret-word',
  token: basicToken('secret-word'),
  version: '7.7.7',
  startedAt: '2026-01-01T00:00:00.000Z',
  log: '/tmp/daemon.log',
  options: { hostname: '127.0.0.1', port: 0, mdns: false, mdnsDomain: 'kilo.local', cors: [] },
}
const write = (change: object) => JSON.stringify({ ...valid, ...change })

describe('parseState', () => {
  it("fault 5: takes the engine's own file, without identity", () => {
    expect(parse(write({}))).toMatchObject({ kind: 'ok', state: { pid: 4242 } })
  })

  it('fault 5: keeps unknown keys', () => {
    expect(parse(write({ later: { than: 'us' } }))).toMatchObject({ state: { later: { than: 'us' } } })
  })

  it('fault 5: leaves a newer schema alone', () => {
    expect(parse(write({ schema: 2, pid: 'moved' }))).toEqual({ kind: 'foreign-schema', schema: 2 })
  })

  it.each([
    ['', 'is empty'],
    ['{', 'is not JSON'],
    ['[]', 'does not hold an object'],
    ['null', 'does not hold an object'],
    ['{}', 'is of a wrong shape'],
  ])('fault 1: %j %s', (text, reason) => expect(parse(text)).toEqual({ kind: 'bad', reason }))

  it.each([[-1], [0], [1], ['12x'], [2 ** 53], [1.5], [null]])('fault 2: pid %j is never believed', (pid) =>
    expect(parse(write({ pid })).kind).toBe('bad'),
  )

  it.each(['', 'http://evil.test:80', 'file:///etc/passwd'])(
    'fault 18: an address in the file (%j) is not believed: it is made from the place that can be proven',
    (url) => expect(parse(write({ url }))).toMatchObject({ state: { url: 'http://127.0.0.1:4097' } }),
  )

  it.each([
    [{ port: 0 }],
    [{ hostname: '' }],
    [{ hostname: 'a b' }],
    [{ port: 65_536 }],
    [{ startedAt: 'yesterday' }],
    [{ password: '' }],
    [{ token: 'b3RoZXI=' }],
    [{ username: 'root' }],
    [{ identity: {} }],
    [{ identity: { startTime: '', bootId: '' } }],
    [{ phase: 'lost' }],
    [{ nonce: 7 }],
    [{ options: { cors: 'all' } }],
  ])('refuses %j', (change) => expect(parse(write(change)).kind).toBe('bad'))

  it('never throws, whatever the file holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parse(text)))
  })

  it('never throws, whichever key holds whatever', () => {
    const keys = fc.constantFrom(...Object.keys(valid), 'identity', 'nonce', 'schema', 'phase')
    fc.assert(fc.property(keys, fc.jsonValue(), (key, value) => void parse(write({ [key]: value }))))
  })
})

it('publicState holds no secret', () => {
  const text = JSON.stringify(publicState({ ...valid, controlToken: 'secret-token' }))
  expect(text).not.toContain('secret')
  expect(text).not.toContain(valid.token)
  expect(text).toContain('4242')
})
