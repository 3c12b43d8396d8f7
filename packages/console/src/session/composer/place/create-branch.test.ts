import { createRoot, createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import type { SessionView } from '../../session-view.ts'
import { createBranch } from './create-branch.ts'

const [choices, setChoices] = createSignal<{ branch: string } | undefined>({ branch: 'main' })
const [answer, setAnswer] = createSignal('main')

vi.mock('../available-choices.ts', () => ({ createAvailableChoices: () => ({ data: choices }) }))
vi.mock('../../../sdk/engine.ts', () => ({ engine: () => ({ vcs: { get: () => undefined } }) }))
vi.mock('../../../sdk/answer.ts', () => ({ readAnswer: () => Promise.resolve({ branch: answer() }) }))

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('what was read last counts: after a turn, or with the choices', async () => {
  const [busy, setBusy] = createSignal(true)
  const view = { ref: { serverId: 'daemon' }, directory: () => '/p', busy } as unknown as SessionView
  const { branch, dispose } = createRoot((dispose) => ({ branch: createBranch(view), dispose }))
  expect(branch()).toBe('main')
  setAnswer('of-the-turn')
  setBusy(false)
  await settled()
  expect(branch()).toBe('of-the-turn')
  setChoices({ branch: 'by-hand' })
  expect(branch()).toBe('by-hand')
  dispose()
})
