/** Answers that no engine gives, and what becomes of each on its way to a browser. */
import { pathTo } from '../../shared/paths.ts'
import type { HostileAnswer } from './hostile-engine.ts'

/** `refused`: 502, in our words. `passed`: clean and whole. `cut`: begun, and broken off so that it never looks whole. */
export type Outcome = 'refused' | 'passed' | 'cut'

const OK = 'HTTP/1.1 200 OK\r\n'
const BODY = 'content-length: 2\r\n\r\nok'
const megabyte = 'x'.repeat(1 << 20)

/** Writes for as long as somebody listens. */
const endless =
  (head: string, piece: string): HostileAnswer =>
  (socket) => {
    socket.write(head)
    const timer = setInterval(() => socket.writableLength < 1 << 20 && socket.write(piece), 1)
    socket.once('close', () => clearInterval(timer))
  }

const status = (line: string) => `${line}\r\ncontent-length: 2\r\nlocation: /\t/host\r\n\r\nok`

const STATUS_LINES: [string, HostileAnswer, Outcome][] = [
  [
    'a redirect within the console',
    `HTTP/1.1 307 x\r\nlocation: /${pathTo('daemon', { action: 'stop' })}\r\n${BODY}`,
    'refused',
  ],
  [
    'a redirect to another server',
    `HTTP/1.1 308 x\r\nlocation: http://127.0.0.1:4098/\r\n${BODY}`,
    'refused',
  ],
  ['a redirect with a tab', status('HTTP/1.1 302 Found'), 'refused'],
  ['300', status('HTTP/1.1 300 x'), 'refused'],
  ['304', 'HTTP/1.1 304 x\r\netag: "a"\r\n\r\n', 'refused'],
  [
    '101 to a plain request',
    'HTTP/1.1 101 x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\nhello',
    'refused',
  ],
  ['101 to something else', 'HTTP/1.1 101 x\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n', 'refused'],
  ['099', status('HTTP/1.1 099 x'), 'refused'],
  ['000', status('HTTP/1.1 000 x'), 'refused'],
  ['600', status('HTTP/1.1 600 x'), 'refused'],
  ['700', status('HTTP/1.1 700 x'), 'refused'],
  ['999', status('HTTP/1.1 999 x'), 'refused'],
  ['1000', status('HTTP/1.1 1000 x'), 'refused'],
  ['-1', status('HTTP/1.1 -1 x'), 'refused'],
  ['407, the password of a proxy', status('HTTP/1.1 407 x'), 'refused'],
  ['408, after which Chrome sends again', status('HTTP/1.1 408 x'), 'refused'],
  ['no reason', status('HTTP/1.1 200'), 'passed'],
  ['a reason with control bytes', status('HTTP/1.1 200 a\x01\x7f\x1b[31m'), 'passed'],
  ['a reason in Latin-1', status('HTTP/1.1 200 \xe9\xff'), 'passed'],
  ['a reason with a NUL', status('HTTP/1.1 200 a\0b'), 'passed'],
  ['a reason of 100 KB', status(`HTTP/1.1 200 ${'r'.repeat(100_000)}`), 'refused'],
  // Node's parser takes it for the same thing.
  ['another protocol', status('RTSP/1.0 200 OK'), 'passed'],
  ['a version from the future', status('HTTP/9.9 200 OK'), 'refused'],
  ['no HTTP at all', 'SSH-2.0-OpenSSH_9.9\r\n', 'refused'],
  ['nothing', '', 'refused'],
  ['half a status line', 'HTTP/1.1 20', 'refused'],
  ['a flood of 1xx', endless('', 'HTTP/1.1 103 x\r\nlink: </a>\r\n\r\n'.repeat(100)), 'refused'],
  ['a few 1xx', `HTTP/1.1 100 x\r\n\r\nHTTP/1.1 103 x\r\nlink: </a>\r\n\r\n${OK}${BODY}`, 'passed'],
]

const LENGTHS: [string, HostileAnswer, Outcome][] = [
  ['two lengths', `${OK}content-length: 2\r\ncontent-length: 3\r\n\r\nok`, 'refused'],
  ['one length twice', `${OK}content-length: 2\r\ncontent-length: 2\r\n\r\nok`, 'refused'],
  ['a list of lengths', `${OK}content-length: 2, 2\r\n\r\nok`, 'refused'],
  ['a negative length', `${OK}content-length: -2\r\n\r\nok`, 'refused'],
  ['a length in hexadecimal', `${OK}content-length: 0x2\r\n\r\nok`, 'refused'],
  ['a length beyond 64 bits', `${OK}content-length: 99999999999999999999\r\n\r\nok`, 'refused'],
  [
    'length and chunks',
    `${OK}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    'refused',
  ],
  ['neither length nor chunks', `${OK}\r\nok`, 'refused'],
  ['HTTP/1.0 without a length', 'HTTP/1.0 200 OK\r\n\r\nok', 'refused'],
  ['fewer bytes than it said', `${OK}content-length: 100\r\n\r\nok`, 'cut'],
  ['more bytes than it said', `${OK}content-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n${BODY}`, 'passed'],
  ['a second answer behind the first', `${OK}${BODY}${OK}set-cookie: a=b\r\n${BODY}`, 'passed'],
  ['204 with a body', `HTTP/1.1 204 x\r\ncontent-length: 2\r\n\r\nok`, 'refused'],
]

const CHUNKED = `${OK}transfer-encoding: chunked\r\n\r\n`

const CODINGS: [string, HostileAnswer, Outcome][] = [
  ['identity', `${OK}transfer-encoding: identity\r\n${BODY}`, 'refused'],
  ['gzip, chunked', `${OK}transfer-encoding: gzip, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`, 'refused'],
  ['chunked twice', `${OK}transfer-encoding: chunked, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`, 'refused'],
  [
    'chunked, said in two lines',
    `${OK}transfer-encoding: chunked\r\ntransfer-encoding: x\r\n\r\n0\r\n\r\n`,
    'refused',
  ],
  ['a bad chunk size', `${CHUNKED}zz\r\nok\r\n0\r\n\r\n`, 'refused'],
  ['a negative chunk size', `${CHUNKED}-2\r\nok\r\n0\r\n\r\n`, 'refused'],
  ['a chunk size beyond 64 bits', `${CHUNKED}fffffffffffffffff\r\nok`, 'refused'],
  ['chunks that break off', `${CHUNKED}2\r\nok\r\n`, 'cut'],
  ['trailers', `${CHUNKED}2\r\nok\r\n0\r\nset-cookie: a=b\r\nlocation: /\r\n\r\n`, 'passed'],
  ['a chunk extension without end', endless(`${CHUNKED}2;`, 'x'.repeat(10_000)), 'refused'],
  ['a body without end', endless(CHUNKED, `${(1 << 16).toString(16)}\r\n${'x'.repeat(1 << 16)}\r\n`), 'cut'],
  ['layers of gzip', `${OK}content-encoding: gzip, gzip, gzip\r\n${BODY}`, 'refused'],
  ['layers in two lines', `${OK}content-encoding: gzip\r\ncontent-encoding: br\r\n${BODY}`, 'refused'],
  ['an unknown packing', `${OK}content-encoding: x-lzma\r\n${BODY}`, 'refused'],
  ['gzip that is none', `${OK}content-encoding: gzip\r\n${BODY}`, 'passed'],
]

const HEADERS: [string, HostileAnswer, Outcome][] = [
  ['a folded header', `${OK}x-a: b\r\n set-cookie: a=b\r\n${BODY}`, 'refused'],
  ['a header without a name', `${OK}: b\r\n${BODY}`, 'refused'],
  ['a space before the colon', `${OK}content-type : text/html\r\n${BODY}`, 'refused'],
  ['a header of 1 MB', `${OK}x-a: ${megabyte}\r\n${BODY}`, 'refused'],
  ['10,000 headers', `${OK}${'x-a: b\r\n'.repeat(10_000)}${BODY}`, 'refused'],
  ['headers without end', endless(OK, 'x-a: b\r\n'.repeat(100)), 'refused'],
  ['headers that break off', `${OK}content-type: text/ht`, 'refused'],
  ['a header with a lone CR', `${OK}x-a: b\rset-cookie: a=b\r\n${BODY}`, 'refused'],
  ['a NUL in a value', `${OK}content-type: text/\0html\r\n${BODY}`, 'refused'],
  ['Latin-1 in what passes', `${OK}x-next-cursor: \xe9\r\ncontent-type: \xe9\r\n${BODY}`, 'passed'],
  [
    'all that steers a browser',
    `${OK}${[
      'set-cookie: a=b',
      'location: /',
      'refresh: 0;url=/',
      'clear-site-data: "*"',
      'link: </a.js>; rel=preload',
      'speculation-rules: "/r"',
      'x-sourcemap: /m',
      'sourcemap: /m',
      'timing-allow-origin: *',
      'critical-ch: dpr',
      'accept-ch: dpr',
      'origin-agent-cluster: ?1',
      'service-worker-allowed: /',
      'content-disposition: attachment',
      'access-control-allow-origin: *',
      'report-to: {}',
      'nel: {}',
      'alt-svc: h3=":1"',
      'reporting-endpoints: a="/"',
      'content-security-policy: script-src *',
      'www-authenticate: Basic',
      'proxy-authenticate: Basic',
      'age: 1',
      'expires: 0',
      'etag: "a"',
      'vary: *',
      'no-vary-search: params',
      'supports-loading-mode: fenced-frame',
      'document-policy: x',
      'permissions-policy: x',
      'set-login: logged-in',
      'attribution-reporting-register-source: {}',
      'connection: content-type',
      'content-type: text/html',
    ].join('\r\n')}\r\n${BODY}`,
    'passed',
  ],
]

export const HOSTILE_ANSWERS = [...STATUS_LINES, ...LENGTHS, ...CODINGS, ...HEADERS]
