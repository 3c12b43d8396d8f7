import { describe, expect, it } from 'vitest'
import type { ServiceStatus } from '@kilo-console/daemon'
import { describeStatus, duration, megabytes, memoryWarning } from './format.ts'

it.each([
  [0, '0s'],
  [59.9, '59s'],
  [60, '1m'],
  [3600, '1h 0m'],
  [7500, '2h 5m'],
  [90_000, '1d 1h'],
])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text))

it('shows whole megabytes', () => expect(megabytes(412_345_678)).toBe('412 MB'))

describe('describeStatus', () => {
  const state = {
    pid: 123,
    hostname: '127.0.0.1',
    port: 4097,
    url: 'http://127.0.0.1:4097',
    version: '7.7.7',
    startedAt: '',
    log: '',
  }
  const process = { pid: 123, rssBytes: 412e6, cpuPercent: 2, uptimeSeconds: 185, cpuMs: 1, at: 1 }
  const well: ServiceStatus = {
    running: true,
    healthy: true,
    phase: 'running',
    stale: false,
    state,
    process,
    file: '',
  }

  it.each<[string, ServiceStatus, string[], number]>([
    [
      'well',
      well,
      ['kilo daemon running · pid 123 · http://127.0.0.1:4097 · 7.7.7 · up 3m', '412 MB · 2% CPU'],
      0,
    ],
    [
      'unhealthy',
      { ...well, healthy: false, phase: 'unhealthy', reason: 'it gave no answer' },
      [
        'kilo daemon unhealthy · pid 123 · http://127.0.0.1:4097 · 7.7.7 · up 3m',
        '412 MB · 2% CPU',
        'why: it gave no answer',
        'hint: kilo daemon start',
      ],
      4,
    ],
    [
      'ending: what it uses is about to be free',
      { ...well, healthy: false, phase: 'ending', reason: 'it listens no more' },
      [
        'kilo daemon ending · pid 123 · http://127.0.0.1:4097 · 7.7.7 · up 3m',
        'why: it listens no more',
        'hint: kilo daemon start',
      ],
      4,
    ],
    [
      'absent',
      { running: false, healthy: false, stale: false, reason: 'not running', file: '' },
      ['kilo daemon not running', 'hint: kilo daemon start'],
      3,
    ],
    [
      'ended',
      { running: false, healthy: false, stale: true, reason: 'not running; process 7 has ended', file: '' },
      ['kilo daemon not running · process 7 has ended', 'hint: kilo daemon start'],
      3,
    ],
  ])('%s', (_, status, text, exitCode) => {
    expect(describeStatus('kilo daemon', 'kilo daemon start', status)).toEqual({ text, exitCode })
  })
})

describe('what is open', () => {
  const process = { pid: 1, rssBytes: 5e8, cpuPercent: 0.2, uptimeSeconds: 1, cpuMs: 1, at: 1 }
  const state = { pid: 1, hostname: '', port: 1, url: 'u', version: '7', startedAt: '', log: '' }
  const status: ServiceStatus = {
    running: true,
    healthy: true,
    phase: 'running',
    stale: false,
    state,
    process,
    file: '',
  }
  it.each([
    [{ sessions: 0, busy: 0, terminals: 0 }, '0 sessions · 0 terminals'],
    [{ sessions: 1, busy: 1, terminals: 1 }, '1 session · 1 working · 1 terminal'],
    [{ sessions: 12, busy: 2, terminals: 3 }, '12 sessions · 2 working · 3 terminals'],
  ])('%j', (counts, text) =>
    expect(describeStatus('', '', status, counts).text[1]).toBe(`500 MB · 0% CPU · ${text}`),
  )
})

describe('memoryWarning', () => {
  const limit = { bytes: 1000, text: '1000', source: 'KILO_MEMORY_LIMIT' }
  it.each([
    ['unknown', undefined, limit],
    ['below', 999, limit],
    ['just as much', 1000, limit],
    ['no limit', 1e12, { ...limit, bytes: undefined }],
  ])('%s: none', (_, rss, limit) => expect(memoryWarning(rss, limit)).toBeUndefined())

  it('above: how much, whose limit, what to do', () =>
    expect(memoryWarning(5e9, limit)).toEqual({
      code: 'memory',
      message: 'the daemon uses 5000 MB, more than its limit of 1000 (KILO_MEMORY_LIMIT)',
      hint: 'kilo daemon restart, when nothing is working',
    }))
})
