import { createStore } from 'solid-js/store'
import { expect, test, vi } from 'vitest'
import type { SettingsText } from '../../../../../shared/configuration.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import type { FileDraft } from '../../../../store/configuration.ts'
import { createFileSaving, type FileState } from './create-file-saving.ts'

const place: ConfigurationPlace = { serverId: 'daemon', scope: 'project', directory: '/w' }
const path = '/w/kilo.json'
const MINE = '{\n  "share": "auto"\n}\n'
const fileThat = (text: string, revision: string): SettingsText => ({
  path,
  text,
  revision,
  exists: true,
  writable: true,
  ends: 'project',
})

/** It was read as `{}`, and `MINE` is to be written in its place. */
function setUp() {
  const [state, setState] = createStore<FileState>({
    base: fileThat('{}', 'a'),
    text: MINE,
    isSaving: false,
    waits: false,
  })
  const readText = vi.fn<ConfigurationActions['readText']>()
  const saveText = vi.fn<ConfigurationActions['saveText']>()
  const [onSaved, show] = [vi.fn(), vi.fn()]
  const drafts = new Map<string, FileDraft>([[path, { text: MINE, base: fileThat('{}', 'a') }]])
  const { load, save } = createFileSaving({
    configuration: { readText, saveText },
    drafts,
    path,
    place,
    isDown: () => false,
    onSaved,
    key: path,
    state,
    setState,
    show,
  })
  return { state, drafts, load, save, readText, saveText, onSaved, show }
}

test.each([
  ['as it was written', MINE],
  ['with the ends of lines that it had', MINE.replaceAll('\n', '\r\n')],
])('a file that is %s is no conflict: the answer to an earlier save was not heard', async (_, text) => {
  const { save, saveText, readText, onSaved, show } = setUp()
  const theirs = fileThat(text, 'b')
  saveText.mockResolvedValue({ status: 'conflict', theirs })
  await save(false)
  expect(show.mock.calls).toEqual([[theirs]])
  expect([onSaved, readText].map(({ mock }) => mock.calls.length)).toEqual([1, 0])
})

test('a file that another has changed is left alone, and what was written stays', async () => {
  const { state, save, saveText, onSaved, show } = setUp()
  const theirs = fileThat('{ "share": "manual" }', 'b')
  saveText.mockResolvedValueOnce({ status: 'conflict', theirs }).mockResolvedValue({ status: 'saved' })
  await save(false)
  expect(state).toMatchObject({ text: MINE, base: { revision: 'a' }, theirs, isSaving: false })
  expect([onSaved, show].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  await save(false)
  expect(saveText.mock.calls.map(([, , { revision }]) => revision)).toEqual(['a', 'b'])
  expect([onSaved, show].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})

test('what was saved and can’t be read then is said to be saved, and no draft any more', async () => {
  const { state, drafts, load, save, saveText, readText, onSaved, show } = setUp()
  saveText.mockResolvedValue({ status: 'saved' })
  readText.mockRejectedValueOnce(new Error('It does not answer.'))
  await save(false)
  expect(state).toMatchObject({ isSaving: false, problem: { hint: 'It was saved.' } })
  expect([state.base, drafts.size, onSaved.mock.calls.length]).toEqual([undefined, 0, 1])
  const now = fileThat(MINE, 'b')
  readText.mockResolvedValue(now)
  await load()
  expect(show.mock.calls).toEqual([[now]])
})
