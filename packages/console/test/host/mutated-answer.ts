/** Answers made by rule, each then damaged: mostly HTTP, seldom sound. */
import fc from 'fast-check'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { pathTo } from '../../shared/paths.ts'

const CRLF = '\r\n'

const often = <T>(sound: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(sound) }, { weight: 1, arbitrary: other })

const statusLine = fc
  .tuple(
    often('HTTP/1.1', fc.constantFrom('HTTP/1.0', 'HTTP/2', 'http/1.1', 'RTSP/1.0', '')),
    often(200, fc.oneof(fc.constantFrom(204, 304, 401, 404, 500), fc.integer({ min: 0, max: 1200 }))),
    fc.oneof(fc.constantFrom('OK', '', 'a\tb', '\x01\x7f'), fc.string({ unit: anyCharacter, maxLength: 40 })),
  )
  .map((parts) => parts.join(' '))

const NAMES = [
  [
    'content-length',
    'Content-Length',
    'content-length ',
    'transfer-encoding',
    'content-encoding',
    'connection',
  ],
  ['content-type', 'location', 'set-cookie', 'x-next-cursor', 'refresh', 'upgrade', 'sec-websocket-accept'],
  ['trailer', 'link', 'keep-alive', 'te', '', ' folded', 'x\x00', 'x:'],
].flat()
const VALUES = [
  [
    '2',
    '0',
    '-1',
    '2, 2',
    '0x2',
    '1e3',
    '18446744073709551616',
    'chunked',
    'gzip',
    'gzip, chunked',
    'identity',
  ],
  [
    'close',
    'keep-alive',
    'upgrade',
    'websocket',
    'text/html',
    'image/svg+xml',
    'application/json',
    `/${pathTo('daemon', { action: 'stop' })}`,
  ],
  ['//host', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=', '', 'a\r\n b', 'a\rb', 'a\nset-cookie: b', '\x00', '\xff'],
].flat()

const soundHeader = fc.constantFrom(
  'content-type: text/html',
  'x-next-cursor: a',
  'set-cookie: a=b',
  'location: /x',
)
const oddHeader = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: anyCharacter, maxLength: 30 })),
  )
  .map(([name, value]) => `${name}: ${value}`)
const headers = fc
  .array(fc.oneof({ weight: 6, arbitrary: soundHeader }, { weight: 1, arbitrary: oddHeader }), {
    maxLength: 5,
  })
  .map((lines) => lines.map((line) => line + CRLF).join(''))

const chunk = fc
  .tuple(
    fc.constantFrom('2', '02', '0', 'zz', '-1', 'ffffffffffffffff', '2;x=y', ''),
    fc.constantFrom('ok', '', 'okok'),
  )
  .map(([size, bytes]) => `${size}${CRLF}${bytes}${CRLF}`)

const oddBody = fc.oneof(
  fc.constantFrom('', 'ok', 'okHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'),
  fc.array(chunk, { maxLength: 4 }).map((chunks) => chunks.join('')),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
)
/** A framing and a body that fit, or a body that may fit none. */
const body = fc.oneof(
  fc.constantFrom(
    'content-length: 2\r\n\r\nok',
    'transfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
    'content-length: 3\r\n\r\nok',
  ),
  fc
    .tuple(fc.constantFrom('content-length: 2', 'transfer-encoding: chunked', 'x: y'), oddBody)
    .map(([framing, bytes]) => framing + CRLF + CRLF + bytes),
)

const whole = fc.tuple(statusLine, headers, body).map(([line, lines, rest]) => line + CRLF + lines + rest)

type Damage = { at: number; kind: 'cut' | 'drop' | 'put' | 'double'; byte: number }
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('cut', 'drop', 'put', 'double'),
  byte: fc.integer({ min: 0, max: 255 }),
})

function damaged(bytes: Buffer, { at, kind, byte }: Damage): Buffer {
  const place = Math.floor(at * bytes.length)
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
  if (kind === 'cut') return before
  if (kind === 'drop') return Buffer.concat([before, after.subarray(1)])
  if (kind === 'put') return Buffer.concat([before, Buffer.from([byte]), after])
  return Buffer.concat([before, after, after])
}

export const mutatedAnswer: fc.Arbitrary<Buffer> = fc
  .tuple(whole, fc.array(damage, { maxLength: 2 }))
  .map(([text, damages]) => damages.reduce(damaged, Buffer.from(text, 'latin1')))
