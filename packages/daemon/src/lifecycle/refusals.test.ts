import { expect, test } from 'vitest'
import type { Probe } from '../net/probe.ts'
import type { Service } from '../services/service.ts'
import type { ServiceState } from '../state/state.ts'
import type { Refusal } from './decide.ts'
import type { Inspection } from './inspect.ts'
import { busyRefusal, refusal } from './refusals.ts'

const service = {
  name: 'daemon',
  commands: { start: 'kilo daemon start', restart: 'kilo daemon restart' },
  paths: { state: '/home/u/daemon.json' },
} as Service
const state = { pid: 7, hostname: '127.0.0.1', port: 4097 } as ServiceState
const found = (more: object = {}) => ({ state, mismatch: [], ...more }) as unknown as Inspection<ServiceState>
const probe: Probe = { kind: 'healthy', version: '3.0.0' }

test.each<[Refusal, Inspection<ServiceState>, string, string]>([
  [
    'newer-schema',
    found(),
    '/home/u/daemon.json was written by a newer version of kilo',
    'update kilo, or use the version that wrote it',
  ],
  ['forbidden', found(), 'the recorded daemon, process 7, belongs to another user', 'ps -o user,args -p 7'],
  [
    'unproven',
    found(),
    'process 7, started by another program as the daemon, does not answer; it is not ours to end',
    'kill 7, then kilo daemon start',
  ],
  [
    'other-options',
    found({ mismatch: ['--port 5000', '--hostname ::1'] }),
    'the daemon already runs on 127.0.0.1:4097 (pid 7), without --port 5000 --hostname ::1',
    'kilo daemon restart --port 5000 --hostname ::1',
  ],
  [
    'other-version',
    found({ probe }),
    'a daemon of version 3.0.0 runs (pid 7); this kilo comes with 2.0.0',
    'kilo daemon restart switches to 2.0.0',
  ],
  [
    'other-version',
    found(),
    'a daemon of version unknown runs (pid 7); this kilo comes with 2.0.0',
    'kilo daemon restart switches to 2.0.0',
  ],
  [
    'other-version',
    found({ probe: { kind: 'timeout' } }),
    'a daemon of version unknown runs (pid 7); this kilo comes with 2.0.0',
    'kilo daemon restart switches to 2.0.0',
  ],
])('%s: what it says, and what to do', (why, inspection, message, hint) => {
  const error = refusal(service, inspection, why, '2.0.0')
  expect([error.code, error.message, error.hint, error.details]).toEqual([why, message, hint, { pid: 7 }])
})

test('a file that cannot be read names no process', () => {
  const error = refusal(service, found({ state: undefined }), 'newer-schema', '2.0.0')
  expect(error.details).toEqual({ pid: undefined })
  const other = refusal(
    service,
    found({ state: undefined, mismatch: ['--port 1'] }),
    'other-options',
    '2.0.0',
  )
  expect(other.message).toContain('already runs on')
})

test.each([
  [undefined, 'may be at work (it did not say)'],
  [1, 'is at work on 1 session'],
  [2, 'is at work on 2 sessions'],
])('busy with %s sessions: %s', (sessions, work) => {
  const error = busyRefusal(service, state, sessions, 'asked for')
  expect([error.code, error.message, error.hint, error.details]).toEqual([
    'busy',
    `the daemon (pid 7) is to be replaced (asked for), but ${work}`,
    'wait, or kilo daemon restart --force',
    { pid: 7, sessions },
  ])
})
