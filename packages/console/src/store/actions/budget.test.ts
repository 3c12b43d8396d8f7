import { createRoot } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import type { KeptFrame } from '../../../shared/events.ts'
import { host } from '../../sdk/host.ts'
import { Model } from '../model.ts'
import { Sync } from '../sync.ts'
import { Transcripts } from '../transcripts.ts'
import { makeChangeBudget } from './budget.ts'

vi.mock('../../sdk/host.ts', () => ({ host: { changeBudget: vi.fn() } }))
const changeBudget = vi.mocked(host.changeBudget)
beforeEach(() => void changeBudget.mockReset())

function open() {
  return createRoot((dispose) => {
    const model = new Model({ status: 'none' })
    model.set('info', { version: '1', home: '/', budget: { day: 5, session: 1 } })
    const sync = new Sync(model, new Transcripts(model))
    return { budget: () => model.state.info?.budget, change: makeChangeBudget(model), sync, dispose }
  })
}

test('the host is told what is to change alone, and what it answers holds', async () => {
  const { budget, change, dispose } = open()
  changeBudget.mockResolvedValue({ day: 9, stops: true })
  await change({ session: null })
  expect(changeBudget).toHaveBeenCalledExactlyOnceWith({ session: null })
  expect(budget()).toEqual({ day: 9, stops: true })
  dispose()
})

test('what is heard before its answer holds: another browser may have changed it since', async () => {
  const { budget, change, sync, dispose } = open()
  changeBudget.mockImplementation(async () => {
    sync.kept({ epoch: 'e', seq: 1, kept: { budget: { day: 9, session: 1 } } })
    sync.kept({ epoch: 'e', seq: 2, kept: { budget: { day: 9, session: 2 } } })
    return { day: 9, session: 1 }
  })
  await change({ day: 9 })
  expect(budget()).toEqual({ day: 9, session: 2 })
  sync.dispose()
  dispose()
})

test('one that is refused changes nothing', async () => {
  const { budget, change, dispose } = open()
  changeBudget.mockRejectedValueOnce(new Error('full'))
  await expect(change({ day: 9 })).rejects.toThrow('full')
  expect(budget()).toEqual({ day: 5, session: 1 })
  dispose()
})

test('what another browser has changed is heard', () => {
  const { budget, sync, dispose } = open()
  sync.kept({ epoch: 'e', seq: 1, kept: { budget: { session: 2 } } } satisfies KeptFrame)
  expect(budget()).toEqual({ session: 2 })
  sync.dispose()
  dispose()
})
