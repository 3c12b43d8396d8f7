import { describe, expect, it } from 'vitest'
import type { ServiceStatus } from '@kilo-console/daemon'
import { describeStatus, duration, megabytes } from './format.ts'

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
  const well: ServiceStatus = { running: true, healthy: true, stale: false, state, process, file: '' }

  it.each<[string, ServiceStatus, string[], number]>([
    ['well', well, ['kilo daemon running · pid 123 · http://127.0.0.1:4097 · 7.7.7 · 412 MB · up 3m'], 0],
    [
      'unhealthy',
      { ...well, healthy: false, reason: 'it gave no answer' },
      [
        'kilo daemon unhealthy · pid 123 · http://127.0.0.1:4097 · 7.7.7 · 412 MB · up 3m',
        'why: it gave no answer',
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
  ])('%s', (_, status, text, exitCode) => {
    expect(describeStatus('kilo daemon', 'kilo daemon start', status)).toEqual({ text, exitCode })
  })
})
