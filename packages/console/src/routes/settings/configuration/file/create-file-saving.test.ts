import { createStore } from 'solid-js/store'
import { expect, test, vi } from 'vitest'
import type { SettingsText } from '../../../../../shared/configuration.ts'
import { ProblemError } from '../../../../sdk/problem.ts'
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
  return { state, setState, drafts, load, save, readText, saveText, onSaved, show }
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

test('what was saved, but not read by the engine, is shown as saved, with a word of that', async () => {
  const { state, drafts, save, saveText, readText, onSaved, show } = setUp()
  saveText.mockResolvedValue({ status: 'saved', unread: 'it answered 500' })
  readText.mockResolvedValue(fileThat(MINE, 'b'))
  await save(false)
  expect([show.mock.calls.length, onSaved.mock.calls.length, drafts.size]).toEqual([1, 1, 0])
  expect(state.problem).toMatchObject({
    message: 'It was saved, but Kilo has not read it: it answered 500.',
    hint: 'kilo daemon restart',
  })
})

/** As one run of the host tells it, or another. */
const ofRun = (letter: string, share = 'auto') =>
  `{ "apiKey": "{hidden:${letter.repeat(12)}}", "share": "${share}" }`
const FORGOTTEN = new ProblemError({ code: 'hidden-value', message: 'It stands for nothing.' })

test('a draft outlives the host: its marks become those by which the file is told now', async () => {
  const { state, drafts, load, readText, show } = setUp()
  drafts.set(path, { text: ofRun('1', 'manual'), base: fileThat(ofRun('1'), 'a') })
  readText.mockResolvedValue(fileThat(ofRun('2'), 'a'))
  await load()
  const now = { text: ofRun('2', 'manual'), base: fileThat(ofRun('2'), 'a') }
  expect([state, drafts.get(path), show.mock.calls.length]).toMatchObject([now, now, 0])
})

test('a draft of a file that is another one by now stays as it is', async () => {
  const { state, drafts, load, readText } = setUp()
  const draft = { text: ofRun('1', 'manual'), base: fileThat(ofRun('1'), 'a') }
  drafts.set(path, draft)
  readText.mockResolvedValue(fileThat(ofRun('2'), 'b'))
  await load()
  expect([state, drafts.get(path)]).toMatchObject([draft, draft])
})

test('a host that has begun anew is sent the text once more, with its own marks', async () => {
  const { state, setState, save, saveText, readText, onSaved } = setUp()
  setState({ base: fileThat(ofRun('1'), 'a'), text: ofRun('1', 'manual') })
  saveText.mockRejectedValueOnce(FORGOTTEN).mockResolvedValue({ status: 'saved' })
  readText.mockResolvedValue(fileThat(ofRun('2'), 'a'))
  await save(false)
  expect(saveText.mock.calls.map(([, , { text }]) => text)).toEqual([
    ofRun('1', 'manual'),
    ofRun('2', 'manual'),
  ])
  expect([onSaved.mock.calls.length, state.problem]).toEqual([1, undefined])
})

test('so is what is to be written over another’s text', async () => {
  const { state, setState, save, saveText, readText } = setUp()
  setState({
    base: fileThat(ofRun('1'), 'a'),
    text: ofRun('1', 'manual'),
    theirs: fileThat(ofRun('1', 'x'), 'b'),
  })
  saveText.mockRejectedValue(FORGOTTEN)
  readText.mockResolvedValue(fileThat(ofRun('2', 'x'), 'b'))
  await save(false)
  expect(saveText.mock.calls[1]?.[2]).toEqual({ path, text: ofRun('2', 'manual'), revision: 'b' })
  // It is tried twice, and no more.
  expect(saveText.mock.calls.length).toBe(2)
  expect(state).toMatchObject({
    base: { text: ofRun('2'), revision: 'a' },
    problem: { code: 'hidden-value' },
  })
})

test.each([
  ['the file is another one by now', fileThat(ofRun('2'), 'b')],
  ['it hides something else', fileThat('{}', 'a')],
  ['it can’t be read', undefined],
])('where %s, what stands for nothing is told', async (_, now) => {
  const { state, setState, save, saveText, readText } = setUp()
  setState({ base: fileThat(ofRun('1'), 'a'), text: ofRun('1', 'manual') })
  saveText.mockRejectedValue(FORGOTTEN)
  if (now) readText.mockResolvedValue(now)
  else readText.mockRejectedValue(new Error('It does not answer.'))
  await save(false)
  expect([saveText.mock.calls.length, state.text]).toEqual([1, ofRun('1', 'manual')])
  expect(state.problem).toMatchObject({ code: 'hidden-value' })
})
