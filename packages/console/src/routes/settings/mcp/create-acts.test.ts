import type { McpState } from '@kilo-console/engine/edge/mcp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProblemError } from '../../../sdk/problem.ts'
import { createActs } from './create-acts.ts'

const engine = vi.hoisted(() => ({ connectMcp: vi.fn(), disconnectMcp: vi.fn(), forgetMcpLogin: vi.fn() }))
vi.mock('../../../sdk/settings/mcp.ts', () => engine)

const place = { serverId: 'daemon', scope: 'project', directory: '/w' } as const

beforeEach(() => {
  vi.useFakeTimers()
  for (const call of Object.values(engine)) call.mockReset().mockResolvedValue(undefined)
})
afterEach(() => void vi.useRealTimers())

/** @param told what the engine says of the server, look by look; the last one again and again. */
function acting(...told: McpState['status'][]) {
  let looks = 0
  const refresh = vi.fn(async () => void (looks += 1))
  const state = (): McpState => ({ status: told[Math.min(looks, told.length) - 1] ?? 'connected' })
  const onChanged = vi.fn()
  return { ...createActs(place, { state, refresh, onChanged }), refresh, onChanged }
}

test('it is looked at until it has settled, and of two presses one counts', async () => {
  const acts = acting('connected', 'connected', 'disabled')
  const first = acts.disconnect('notes')
  expect(acts.doing('notes')).toBe('disconnect')
  await acts.disconnect('notes')
  await vi.runAllTimersAsync()
  await first
  expect(engine.disconnectMcp).toHaveBeenCalledTimes(1)
  expect(acts.refresh).toHaveBeenCalledTimes(3)
  expect(acts.onChanged).toHaveBeenCalledTimes(1)
  expect(acts.doing('notes')).toBeUndefined()
})

test('what never settles is given up', async () => {
  const acts = acting('disabled')
  const connecting = acts.connect('notes')
  await vi.runAllTimersAsync()
  await connecting
  expect(acts.refresh).toHaveBeenCalledTimes(20)
  expect(acts.doing('notes')).toBeUndefined()
})

test('what was not done is said, until it is tried again', async () => {
  const acts = acting('failed')
  engine.connectMcp.mockRejectedValueOnce(new ProblemError({ code: 'timeout', message: 'Too late.' }))
  await acts.connect('notes')
  expect([acts.problem('notes')?.message, acts.problem('other')]).toEqual(['Too late.', undefined])
  await acts.connect('notes')
  expect(acts.problem('notes')).toBeUndefined()
})

test('who logs out is connected anew, for else the engine goes on as before', async () => {
  const acts = acting('needs_auth')
  await acts.logOut('tracker')
  const order = [engine.forgetMcpLogin, engine.disconnectMcp, engine.connectMcp]
  const calls = order.map((call) => call.mock.invocationCallOrder[0] ?? 0)
  expect(calls.toSorted((a, b) => a - b)).toEqual(calls)
})
