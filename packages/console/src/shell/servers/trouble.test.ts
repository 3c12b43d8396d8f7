import { expect, it } from 'vitest'
import type { ServerHealth } from '../../../shared/api.ts'
import { sampleServer } from '../../../shared/sample-server.ts'
import { emptyServer, type ServerState } from '../../store/types.ts'
import { healthShown, troubleOf } from './trouble.ts'

const server = (health: ServerHealth, more: Partial<ServerState> = {}) => ({
  ...emptyServer(
    sampleServer({ health, problem: { code: 'x', message: 'It crashed', hint: 'kilo doctor' } }),
  ),
  ...more,
})
const failed: Partial<ServerState> = {
  load: { status: 'failed', problem: { code: 'x', message: 'timeout' } },
}
const skipped = [
  { directory: '/a', reason: 'gone' },
  { directory: '/b', reason: 'gone' },
]

it.each([
  [undefined, []],
  [server('healthy'), []],
  [server('starting'), []],
  [server('offline'), ['kilo doctor']],
  [server('offline', failed), ['kilo doctor']],
  [server('healthy', failed), ['Couldn’t load its sessions. timeout']],
  [server('healthy', { skipped }), ['2 folders could not be read: /a (gone) …']],
  [server('offline', { skipped }), ['kilo doctor']],
  [
    { ...emptyServer(sampleServer({ dropped: 12 })) },
    ['Sent data that the console doesn’t understand: 12 dropped'],
  ],
])('%# says what is wrong', (state, lines) => expect(troubleOf(state)).toEqual(lines))

it.each([
  [undefined, 'offline'],
  [server('healthy'), 'healthy'],
  [server('healthy', failed), 'unhealthy'],
  [server('starting', failed), 'starting'],
  [server('locked'), 'locked'],
])('%# has the sign of what it is worth', (state, sign) => expect(healthShown(state)).toBe(sign))

it('counts what this page dropped with what the host did', () => {
  const [line] = troubleOf(emptyServer(sampleServer({ dropped: 12 })), 3)
  expect(line).toContain('15 dropped')
})
