import type { Session } from '@kilocode/sdk/v2/client'
import { createComponent, createRoot } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sampleServer } from '../../../../shared/sample-server.ts'
import { ProblemError } from '../../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import type { WantedSave } from '../../../store/actions/late-saves.ts'
import { ConsoleProvider, type Console } from '../../../store/context.ts'
import { emptyServer } from '../../../store/types.ts'
import { createChange, type Change } from './create-change.ts'
import type { Outcome, Plan } from './plan.ts'

const place: ConfigurationPlace = { serverId: 'daemon', scope: 'project', directory: '/w' }
const conflict: Outcome = {
  status: 'conflict',
  target: { path: '/w/kilo.json', revision: 'b', exists: true, writable: true },
}

function setUp() {
  const [state, set] = createStore({
    servers: { daemon: { ...emptyServer(sampleServer()), complete: true } },
  })
  const added: WantedSave[] = []
  const value = {
    state,
    part: () => ({ lateSaves: { add: (save: WantedSave) => added.push(save) } }),
  } as unknown as Console
  const save = vi.fn<Plan['save']>().mockResolvedValue({ status: 'saved' })
  const late: WantedSave = { place, name: 'a', title: 'Acme', save: () => Promise.resolve() }
  const plan = vi.fn<() => Plan | undefined>(() => ({ place, title: 'Acme', save, later: () => late }))
  const done = vi.fn<() => void>()
  const made: Change[] = []
  const end = createRoot((dispose) => {
    createComponent(ConsoleProvider, {
      value,
      get children() {
        made.push(createChange(() => place, plan, done))
        return undefined
      },
    })
    return dispose
  })
  onTestFinished(end)
  const [change] = made
  if (!change) throw new Error('nothing was made')
  const work = () => {
    set('servers', 'daemon', 'sessions', 'a', { id: 'a', directory: '/w' } as Session)
    set('servers', 'daemon', 'activity', 'a', { type: 'busy' })
  }
  const rest = () => set('servers', 'daemon', 'activity', reconcile({}))
  return { change, plan, save, done, added, late, work, rest }
}

test('what is right is saved once, and who works there is known', async () => {
  const { change, save, done, work, rest } = setUp()
  work()
  expect([change.isIdle(), change.running().map(({ id }) => id)]).toEqual([false, ['a']])
  rest()
  expect(change.isIdle()).toBe(true)
  const saving = change.save(false)
  expect(change.isSaving()).toBe(true)
  const again = change.save(true)
  change.saveLater()
  await Promise.all([saving, again])
  expect(save.mock.calls).toEqual([[false, undefined]])
  expect([done.mock.calls.length, change.isSaving()]).toEqual([1, false])
})

test('a form that is not right saves nothing, now or later', async () => {
  const { change, plan, save, done, added } = setUp()
  plan.mockReturnValue(undefined)
  await change.save(true)
  change.saveLater()
  expect([save.mock.calls.length, done.mock.calls.length, added.length]).toEqual([0, 0, 0])
})

test('a file that has changed is told of, and the next save is over what it is by then', async () => {
  const { change, save, done } = setUp()
  save.mockResolvedValueOnce(conflict)
  await change.save(true)
  expect([change.conflict(), done.mock.calls.length]).toEqual([conflict, 0])
  await change.save(false)
  expect(save.mock.calls).toEqual([
    [true, undefined],
    [false, conflict],
  ])
  expect([change.conflict(), done.mock.calls.length]).toEqual([undefined, 1])
})

test('why it was not saved is told until the next try', async () => {
  const { change, save, done } = setUp()
  save.mockRejectedValueOnce(
    new ProblemError({ code: 'busy', message: 'A session has begun to work there.' }),
  )
  await change.save(false)
  expect(change.problem()).toBe('A session has begun to work there.')
  expect([change.isSaving(), done.mock.calls.length]).toEqual([false, 0])
  await change.save(false)
  expect([change.problem(), done.mock.calls.length]).toEqual([undefined, 1])
})

test('saved later, it is out of the form’s hands', () => {
  const { change, added, late, done } = setUp()
  change.saveLater()
  expect([added, done.mock.calls.length]).toEqual([[late], 1])
})
