import { createRoot, createSignal } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Problem } from '../../shared/api.ts'
import { folderProblem } from '../store/folder-check.ts'
import { createFolderState } from './folder-state.ts'

vi.mock('../store/folder-check.ts', () => ({ folderProblem: vi.fn() }))
vi.mock('../ui/when-idle.ts', () => ({
  whenIdle: (run: () => void) => {
    run()
    return () => undefined
  },
}))

const GONE = { code: 'folder-missing', message: 'There is no folder ~/shop.' }
const asked = vi.mocked(folderProblem)

beforeEach(() => {
  asked.mockReset().mockResolvedValue(undefined)
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  return () => vi.unstubAllGlobals()
})

function watched(begin: { told?: Problem | null; opening: boolean }) {
  return createRoot((dispose) => {
    const [told, setTold] = createSignal<Problem | null | undefined>(begin.told)
    const [opening, setOpening] = createSignal(begin.opening)
    const [occasion, setOccasion] = createSignal(0)
    const place = () => ({ serverId: 'daemon', directory: '/home/me/shop' })
    const folder = createFolderState({ place, told, opening, occasion })
    return { folder, setTold, setOpening, setOccasion, dispose }
  })
}

test('an opening that tells of the folder is believed, and nobody asks again', () => {
  const { folder, setTold, setOpening, dispose } = watched({ opening: true })
  setTold(GONE)
  setOpening(false)
  expect(folder.problem()).toEqual(GONE)
  expect(asked).not.toHaveBeenCalled()
  dispose()
})

test('where the opening says nothing, and where it was long ago, the folder is looked at', async () => {
  const silent = watched({ opening: true })
  expect(asked).not.toHaveBeenCalled()
  silent.setOpening(false)
  expect(asked).toHaveBeenCalledOnce()
  silent.dispose()
  asked.mockResolvedValue(GONE)
  const again = watched({ told: null, opening: false })
  await vi.waitFor(() => expect(again.folder.problem()).toEqual(GONE))
  again.dispose()
})

test('whatever may have changed the folder is an occasion, and what an older look finds then is nobody’s', async () => {
  const { folder, setTold, setOpening, setOccasion, dispose } = watched({ opening: true })
  let answer: (problem: Problem) => void = () => undefined
  asked.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  setOccasion(1)
  expect(asked).toHaveBeenCalledOnce()
  setTold(null)
  setOpening(false)
  answer(GONE)
  await Promise.resolve()
  expect(folder.problem()).toBeUndefined()
  dispose()
})
