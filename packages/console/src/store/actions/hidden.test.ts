import { createRoot } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import { settingsHost } from '../../sdk/settings/settings-host.ts'
import { Model } from '../model.ts'
import { Sync } from '../sync.ts'
import { Transcripts } from '../transcripts.ts'
import { makeChangeHidden } from './hidden.ts'

vi.mock('../../sdk/settings/settings-host.ts', () => ({ settingsHost: { changeHidden: vi.fn() } }))
const changeHidden = vi.mocked(settingsHost.changeHidden)
beforeEach(() => void changeHidden.mockReset())

function open() {
  return createRoot((dispose) => {
    const model = new Model({ status: 'none' })
    model.set('info', { version: '1', home: '/' })
    const sync = new Sync(model, new Transcripts(model))
    return { hidden: () => model.state.info?.hidden, change: makeChangeHidden(model), sync, dispose }
  })
}

const hide = (name: string, hidden = true) => ({ kind: 'models', name, hidden }) as const

test('it is hidden at once, and shown again where the host refuses', async () => {
  const { hidden, change, dispose } = open()
  changeHidden.mockResolvedValueOnce({ models: ['a/b'], agents: [] })
  const changing = change(hide('a/b'))
  expect(hidden()).toEqual({ models: ['a/b'], agents: [] })
  await changing
  changeHidden.mockRejectedValueOnce(new Error('full'))
  await expect(change(hide('a/c'))).rejects.toThrow('full')
  expect(hidden()).toEqual({ models: ['a/b'], agents: [] })
  dispose()
})

test('what another browser hides is heard, whole', () => {
  const { hidden, sync, dispose } = open()
  sync.kept({ epoch: 'e', seq: 1, kept: { hidden: { models: ['a/b'], agents: ['plan'] } } })
  sync.kept({ epoch: 'e', seq: 2, kept: { hidden: { models: [], agents: ['plan'] } } })
  expect(hidden()).toEqual({ models: [], agents: ['plan'] })
  sync.dispose()
  dispose()
})
