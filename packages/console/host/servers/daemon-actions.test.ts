import { expect, test } from 'vitest'
import type { DaemonAction, ServerHealth } from '../../shared/api.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { HttpProblem } from '../http/problem.ts'
import { makeDaemonActions } from './daemon-actions.ts'
import type { DaemonControl } from './daemon-control.ts'
import type { Discovery } from './discovery.ts'

function actionsWith(
  run: (action: DaemonAction, force: boolean) => Promise<void>,
  health: ServerHealth = 'offline',
) {
  const server = sampleServer({ health })
  const log: string[] = []
  const discovery = {
    list: () => [server],
    starting: (value: boolean) => Promise.resolve(void log.push(value ? 'starting' : 'settled')),
  } as Partial<Discovery> as Discovery
  const daemon = {
    run: (action: DaemonAction, force: boolean) => {
      log.push(`${action}${force ? ' force' : ''}`)
      return run(action, force)
    },
  } as Partial<DaemonControl> as DaemonControl
  return { log, actions: makeDaemonActions(daemon, discovery) }
}

test('fault 12: the same action asked for at once is done once, all get its answer', async () => {
  const { log, actions } = actionsWith(() => Promise.resolve())
  const results = await Promise.all(Array.from({ length: 20 }, () => actions.run('restart')))
  expect(new Set(results).size).toBe(1)
  expect(results[0]).toEqual({ action: 'restart', server: { ...sampleServer(), health: 'offline' } })
  expect(log).toEqual(['starting', 'restart', 'settled'])
})

test('fault 13: different actions are done one after the other, in the order asked for', async () => {
  const { log, actions } = actionsWith(() => Promise.resolve())
  await Promise.all([actions.run('start'), actions.run('stop'), actions.run('start', true)])
  expect(log).toEqual([
    'starting',
    'start',
    'settled',
    'stop',
    'settled',
    'starting',
    'start force',
    'settled',
  ])
})

test('a failure is its caller’s, the next action runs', async () => {
  const { log, actions } = actionsWith((action) =>
    action === 'start' ? Promise.reject(new HttpProblem(409, 'busy', 'no')) : Promise.resolve(),
  )
  const [first, second] = await Promise.allSettled([actions.run('start'), actions.run('stop')])
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'busy' } })
  expect(second.status).toBe('fulfilled')
  expect(log).toEqual(['starting', 'start', 'settled', 'stop', 'settled'])
})

test('a daemon that is up is not shown as starting when it is only reused', async () => {
  const { log, actions } = actionsWith(() => Promise.resolve(), 'healthy')
  await actions.run('start')
  await actions.run('restart')
  expect(log).toEqual(['start', 'settled', 'starting', 'restart', 'settled'])
})
