import { createRoot } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Budget } from '../../../shared/budget.ts'
import { host } from '../../sdk/host.ts'
import { Model } from '../model.ts'
import { makeBudgetActions } from './budget.ts'

vi.mock('../../sdk/host.ts', () => ({ host: { setBudget: vi.fn(), budget: vi.fn() } }))
const setBudget = vi.mocked(host.setBudget)
beforeEach(() => void setBudget.mockReset().mockImplementation((budget) => Promise.resolve(budget)))

function open() {
  return createRoot(() => {
    const model = new Model({ status: 'none' })
    model.set('info', { version: '1', home: '/', budget: { day: 5 } })
    return { budget: () => model.state.info?.budget, ...makeBudgetActions(model) }
  })
}

test('of two quick changes the second one knows the first, and what is taken out is gone', async () => {
  const { budget, change, dispose } = open()
  await Promise.all([
    change((before) => ({ ...before, session: 1 })),
    change((before) => ({ ...before, stops: true as const })),
  ])
  expect(budget()).toEqual({ day: 5, session: 1, stops: true })
  await change(({ session, stops }) => ({ session, stops }) as Budget)
  expect(budget()).toEqual({ session: 1, stops: true })
  dispose()
})

test('one that is refused changes nothing, and holds up none after it', async () => {
  const { budget, change, dispose } = open()
  setBudget.mockRejectedValueOnce(new Error('full'))
  const refused = change(() => ({ day: 9 }))
  const next = change((before) => ({ ...before, session: 2 }))
  await expect(refused).rejects.toThrow('full')
  await next
  expect(budget()).toEqual({ day: 5, session: 2 })
  dispose()
})
