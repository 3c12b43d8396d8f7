import { describe, expect, it } from 'vitest'
import type { Listener, LockFinding, ServiceStatus } from '@kilo-console/daemon'
import { judgeAutostart } from './autostart.ts'
import { examineBrowser, judgeBrowser } from './browser.ts'
import { judgeFiles, judgeRefusal, judgeWarnings } from './config.ts'
import type { Finding } from './finding.ts'
import { judgeLock, judgePeer } from './locks.ts'
import { judgeErrors, judgeSize } from './logs.ts'
import { judgePath, type Seen } from './paths.ts'
import { judgePorts } from './ports.ts'
import { judgeNode } from './programs.ts'
import { judgeMemory, judgeService } from './services.ts'

/** `state what | hint`, which is all that one reads of it. */
const read = ({ state, what, hint }: Finding) => `${state} ${what}${hint ? ` | ${hint}` : ''}`

it.each([
  ['20.19.0', /^ok /],
  ['22.1.0', /^ok /],
  ['20.18.3', /^failed 20\.18\.3 is too old \| install Node 20\.19/],
  ['18.20.0', /^failed /],
])('Node %s', (version, text) => expect(read(judgeNode(version))).toMatch(text))

describe('paths', () => {
  const seen = (kind: Seen['kind'], mode: number, more: Partial<Seen> = {}): Seen => ({
    check: 'x',
    path: '/home/jo/a b',
    kind,
    found: { mode, uid: 1, size: 0 },
    ...more,
  })
  it.each<[string, Seen, string]>([
    ['absent', seen('folder', 0, { found: undefined }), 'ok ~/a b · not there yet'],
    ['a folder', seen('folder', 0o40755), 'ok ~/a b · 755'],
    [
      'open to all',
      seen('folder', 0o40777),
      "failed ~/a b can be changed by everyone (mode 777) | chmod 700 '/home/jo/a b'",
    ],
    ['no folder', seen('folder', 0o100644), "failed ~/a b is not a folder | rm '/home/jo/a b'"],
    [
      'a folder that is closed',
      seen('folder', 0o40500),
      "failed ~/a b cannot be written (mode 500) | chmod 700 '/home/jo/a b'",
    ],
    ['a file', seen('secret', 0o100600), 'ok ~/a b · 600'],
    [
      'readable',
      seen('secret', 0o100644, { path: '/home/jo/f' }),
      'failed ~/f can be read by others (mode 644) | chmod 600 ~/f',
    ],
    [
      'another’s',
      seen('folder', 0o40700, { found: { mode: 0o40700, uid: 0, size: 0 } }),
      "failed ~/a b belongs to user 0 | sudo chown 1 '/home/jo/a b'",
    ],
    ['a linked folder', seen('folder', 0o40755, { target: '/disk' }), 'ok ~/a b -> /disk · 755'],
    [
      'a linked folder that is open to all',
      seen('folder', 0o40777, { target: '/disk' }),
      "failed ~/a b -> /disk can be changed by everyone (mode 777) | chmod 700 '/home/jo/a b'",
    ],
    [
      'a link to nowhere',
      seen('folder', 0, { found: undefined, target: '/disk' }),
      "failed ~/a b -> /disk, which is not there | rm '/home/jo/a b'",
    ],
    [
      'a linked file',
      seen('secret', 0o120777, { target: '/f', path: '/etc/f' }),
      'warning /etc/f is a link to /f, and is not followed | rm /etc/f',
    ],
    [
      'a folder on a read-only disk',
      seen('folder', 0o40700, { blocked: { code: 'EROFS', at: '/home/jo/a b' } }),
      'failed ~/a b cannot be written: the disk is read-only | HOME=<a folder that can be written> kilo daemon start',
    ],
    [
      'absent, where nothing can be made',
      seen('folder', 0, { found: undefined, blocked: { code: 'EACCES', at: '/home/jo' } }),
      'failed ~/a b cannot be made in ~: you may not write there | chmod u+wx ~',
    ],
    [
      'absent, below a file',
      seen('folder', 0, { found: undefined, blocked: { code: 'ENOTDIR', at: '/home/jo/a' } }),
      'failed ~/a b cannot be made in ~/a: it is not a folder | HOME=<a folder that can be written> kilo daemon start',
    ],
    ['a home that all may write in', seen('home', 0o40777, { path: '/home/jo' }), 'ok ~ · 777'],
    [
      'a home that is read-only',
      seen('home', 0o40755, { path: '/home/jo', blocked: { code: 'EROFS', at: '/home/jo' } }),
      'failed ~ cannot be written: the disk is read-only | HOME=<a folder that can be written> kilo daemon start',
    ],
  ])('%s', (_, seen, text) => expect(read(judgePath(seen, 1, '/home/jo'))).toBe(text))

  it('without modes', () =>
    expect(read(judgePath(seen('secret', 0o100666), undefined, '/x'))).toBe('ok /home/jo/a b'))
})

it.each<[LockFinding, string | RegExp]>([
  [{ state: 'free' }, 'ok free'],
  [{ state: 'left' }, /^ok free; a command that was killed/],
  [
    { state: 'held', pid: 7, args: ['kilo', 'daemon', 'start'] },
    /^warning held by process 7 \(kilo daemon start\): .* \| kilo doctor/,
  ],
  [{ state: 'held' }, /^warning held by another command/],
])('lock %j', (found, text) => expect(read(judgeLock('x', found))).toMatch(text))

it.each([
  [{ pid: 7, hostname: 'here' }, true, /^warning held by process 7/],
  [{ pid: 7, hostname: 'here' }, false, /^ok left by process 7, which has ended/],
  [{ pid: 7, hostname: 'elsewhere' }, true, /^ok held by an unknown command/],
  [{}, false, /^ok held by an unknown command/],
])('engine lock %j', (peer, alive, text) => expect(read(judgePeer(peer, 'here', alive))).toMatch(text))

describe('ports', () => {
  const range = { check: 'x', range: { first: 5, last: 6 }, elsewhere: 'kilo --port' }
  const ours = new Map([[1, 'the daemon']])
  it.each<[string, (Listener & { user?: string })[] | undefined, string]>([
    ['free', [], 'ok 5-6 free'],
    ['ours', [{ port: 5, pid: 1, name: 'kilo' }], 'ok 5-6 free but 5 (the daemon, pid 1)'],
    [
      'two',
      [
        { port: 5, pid: 1 },
        { port: 6, pid: 2, name: 'node' },
      ],
      'ok 5-6 free but 5 (the daemon, pid 1), 6 (node, pid 2)',
    ],
    [
      'all taken',
      [
        { port: 5, uid: 7, user: 'alice' },
        { port: 6, pid: 2, name: 'node' },
      ],
      "failed 5-6 are all taken: 5: another user's server (alice), 6 (node, pid 2) | kilo --port",
    ],
    ['unknown', undefined, 'warning 5-6: nothing here tells who listens | netstat -an, and look for 5 to 6'],
  ])('%s', (_, listeners, text) => expect(read(judgePorts(range, listeners, ours))).toBe(text))
})

describe('services', () => {
  const state = { pid: 1, hostname: '', port: 2, url: 'http://x', version: '7', startedAt: '', log: '' }
  const none: ServiceStatus = {
    running: false,
    healthy: false,
    stale: false,
    reason: 'not running',
    file: '',
  }
  const well: ServiceStatus = {
    running: true,
    healthy: true,
    phase: 'running',
    stale: false,
    state,
    file: '',
  }
  it.each<[string, ServiceStatus, string]>([
    ['absent', none, 'ok not running'],
    [
      'another’s',
      { ...none, reason: 'not running; unmanaged, and left alone: x' },
      'ok not running; unmanaged, and left alone: x',
    ],
    [
      'stale',
      { ...none, stale: true, reason: 'not running; process 1 has ended' },
      'warning not running; process 1 has ended | go',
    ],
    [
      'bad file',
      { ...none, reason: 'not running; the state file is empty' },
      'warning not running; the state file is empty | go',
    ],
    ['well', well, 'ok pid 1 · http://x · 7'],
    [
      'well, but',
      { ...well, reason: 'others can read it' },
      'warning pid 1 · http://x · 7 · others can read it | again',
    ],
    [
      'starting',
      { ...well, healthy: false, phase: 'starting' },
      'warning it is starting | kilo daemon status, in a moment',
    ],
    [
      'ending',
      { ...well, healthy: false, phase: 'ending' },
      'warning it is ending | kilo daemon status, in a moment',
    ],
    [
      'wedged',
      { ...well, healthy: false, phase: 'unhealthy', reason: 'it gave no answer' },
      'failed process 1: it gave no answer | again',
    ],
  ])('%s', (_, found, text) =>
    expect(read(judgeService('daemon', { start: 'go', restart: 'again' }, found))).toBe(text),
  )
})

describe('memory', () => {
  const limit = { bytes: 1e9, text: '1G', source: 'KILO_MEMORY_LIMIT' }
  it.each([
    [undefined, limit, 'ok limit 1G'],
    [5e8, limit, 'ok 500 MB · limit 1G'],
    [5e8, { ...limit, bytes: undefined }, 'ok 500 MB · no limit'],
    [2e9, limit, /^warning the daemon uses 2000 MB, .* \| kilo daemon restart/],
    [5e8, { ...limit, problem: 'x is no size' }, /^warning x is no size \| KILO_MEMORY_LIMIT=4G/],
  ])('%s of %j', (rss, limit, text) => expect(read(judgeMemory(rss, limit))).toMatch(text))
})

it.each([
  ['/usr/bin/xdg-open', 'linux', { DISPLAY: ':0' }, 'ok /usr/bin/xdg-open'],
  ['/usr/bin/xdg-open', 'linux', {}, /^warning .*no display \| kilo console --no-open/],
  ['/usr/bin/open', 'darwin', {}, 'ok /usr/bin/open'],
  ['/opt/open-at-home', 'linux', { BROWSER: '/opt/open-at-home' }, 'ok /opt/open-at-home'],
  [undefined, 'linux', { DISPLAY: ':0' }, /^warning there is no xdg-open/],
] as const)('browser %s on %s', (found, platform, env, text) =>
  expect(read(judgeBrowser('xdg-open', found, platform, env))).toMatch(text),
)

it.runIf(process.platform !== 'win32')('the browser that BROWSER names, by a path or a name', async () => {
  const look = async (BROWSER: string) =>
    (await examineBrowser({ BROWSER, PATH: '/nonexistent:/bin' })).map(read).join()
  expect(await look('/bin/sh')).toBe('ok /bin/sh')
  expect(await look('sh -c %s')).toBe('ok /bin/sh')
  expect(await look('/bin/no-such')).toMatch(/^warning there is no \/bin\/no-such/)
})

it('configuration: what a running engine says, the path as one types it', () => {
  expect(judgeWarnings([], '/h').map(read)).toEqual(['ok the engine has no complaint'])
  expect(judgeWarnings([{ path: '/h/k.json', message: 'not\n a  model\u001B[2J' }], '/h').map(read)).toEqual([
    'warning ~/k.json: not a model | edit ~/k.json, then kilo daemon restart',
  ])
})

it('configuration: what the files say', () => {
  const files = [
    { path: '/h/a.json', text: '{}' },
    { path: '/h/b.json', text: '{\n"key": sk-secret' },
    { path: '/h/c.json', text: '\uFEFF{ "a": {env:A}, /* of\n two */ "b": [1,], } // all' },
    { path: '/h/d.json', text: '/*'.repeat(300_000) },
    { path: '/h/e.json', problem: 'is no file' },
  ]
  expect(judgeFiles(files, '/h').map(read)).toEqual([
    'failed ~/b.json is not valid JSON (line 2): something here is no JSON | edit ~/b.json',
    'failed ~/d.json is not valid JSON (line 1): something here is no JSON | edit ~/d.json',
    'failed ~/e.json is no file | edit ~/e.json',
  ])
  expect(judgeFiles([], '/h')).toEqual([])
  expect(read(judgeRefusal({ path: '/h/a.json', problem: 'permission: expected object' }, '/h'))).toBe(
    'failed ~/a.json is refused by the engine: permission: expected object | edit ~/a.json',
  )
})

it('logs', () => {
  expect(read(judgeSize(48))).toBe('ok under 1 MB')
  expect(read(judgeSize(3e6))).toBe('ok 3 MB')
  expect(read(judgeSize(2e8))).toMatch(/^warning .*200 MB \| kilo daemon restart/)
  const tail = 'timestamp=1 level=INFO x\ntimestamp=2 level=ERROR y\ntimestamp=3 level=INFO level=ERRORS'
  expect(read(judgeErrors(tail, '~/l'))).toBe('ok ~/l · 1 error lately, the last at 2 · grep level=ERROR')
  expect(read(judgeErrors('', '~/l'))).toBe('ok ~/l · no errors lately')
})

it.each([
  [undefined, false, /^ok not started/],
  ['a\nEnvironment="PATH=/b"', true, 'ok ~/unit'],
  ['a\nEnvironment="PATH=/c"', true, 'ok ~/unit'],
  ['a\nEnvironment="PATH=/b"', false, 'warning not started: ~/unit is not enabled | kilo daemon install'],
  ['b', true, /^warning .* \| kilo daemon install/],
])('at login: %j, enabled %s', (there, isEnabled, text) => {
  const wanted = Buffer.from('a\nEnvironment="PATH=/b"')
  const found = there === undefined ? undefined : Buffer.from(there)
  expect(read(judgeAutostart(found, wanted, isEnabled, '~/unit'))).toMatch(text)
})
