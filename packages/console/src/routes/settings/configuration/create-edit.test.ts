import type { Session } from '@kilocode/sdk/v2/client'
import { createComponent, createRoot, createSignal } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Configuration, ConfigurationField } from '../../../../shared/configuration.ts'
import { sampleServer } from '../../../../shared/sample-server.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { ConsoleProvider, type Console } from '../../../store/context.ts'
import { emptyServer } from '../../../store/types.ts'
import { createEdit, type Edit } from './create-edit.ts'
import { makeEdits } from './edits.ts'
import type { SettingRow } from './rows.ts'

const place: ConfigurationPlace = { serverId: 'daemon', scope: 'project', directory: '/w' }
const path = ['username']
const target = { path: '/w/kilo.json', revision: 'a', exists: true, writable: true }
const fieldThat = (value: unknown): ConfigurationField => ({
  path,
  origin: 'layer',
  inTarget: true,
  shown: { value },
  layers: [{ source: 0, shown: { value } }],
})
const fileThat = (value: unknown): Configuration => ({
  scope: 'project',
  target,
  sources: [{ kind: 'project-file', label: 'p', path: target.path, state: 'used' }],
  fields: [fieldThat(value)],
  more: false,
  warnings: [],
})

/** The file says `ada`. What is saved is what it says from then on. */
function setUp() {
  const [file, setFile] = createSignal(fileThat('ada'))
  const server = { ...emptyServer(sampleServer()), complete: true }
  const [state, set] = createStore({ servers: { daemon: server } })
  const save = vi.fn<ConfigurationActions['save']>().mockImplementation((_, { changes: [change] }) => {
    setFile(fileThat(change?.value))
    return Promise.resolve({ status: 'saved' })
  })
  const parts = { configuration: { save }, ...makeEdits() }
  const value = { state, part: () => parts } as unknown as Console
  const row = (): SettingRow => {
    const [field] = file().fields
    const known = { path, title: 'Name', kind: { type: 'text' } } as const
    return { id: 'username', path, name: 'username', known, ...(field && { field }) }
  }
  const reading = {
    value: file,
    isReading: () => false,
    problem: () => undefined,
    refresh: () => Promise.resolve(),
  }
  const made: Edit[] = []
  const open = () => {
    const end = createRoot((dispose) => {
      createComponent(ConsoleProvider, {
        value,
        get children() {
          made.push(createEdit(row, { place: () => place, reading, onDone: () => undefined }))
          return undefined
        },
      })
      return dispose
    })
    onTestFinished(end)
    const edit = made.at(-1)
    if (!edit) throw new Error('nothing was made')
    return { edit, end }
  }
  const work = () => {
    set('servers', 'daemon', 'sessions', 'a', { id: 'a', directory: '/w' } as Session)
    set('servers', 'daemon', 'activity', 'a', { type: 'busy' })
  }
  const rest = () => set('servers', 'daemon', 'activity', reconcile({}))
  return { ...open(), open, save, setFile, work, rest }
}

test('a change is taken back as long as nobody has changed it since', async () => {
  const { edit, save, setFile } = setUp()
  edit.change('grace')
  await edit.save(false)
  expect([edit.text(), edit.canUndo()]).toEqual(['grace', true])
  setFile(fileThat('edsger'))
  expect(edit.canUndo()).toBe(false)
  setFile(fileThat('grace'))
  await edit.undo()
  expect(save.mock.calls.map(([, { changes }]) => changes[0]?.value)).toEqual(['grace', 'ada'])
  expect(edit.text()).toBe('ada')
})

test('taking back is offered again when it was not gone through with', async () => {
  const { edit, save, work } = setUp()
  edit.change('grace')
  await edit.save(false)
  work()
  await edit.undo()
  expect([edit.text(), edit.isChanged(), save.mock.calls.length]).toEqual(['ada', true, 1])
  edit.cancel()
  expect([edit.text(), edit.canUndo()]).toEqual(['grace', true])
})

test('what is written outlives its row, and so does a save under way and its end', async () => {
  const { edit, end, open, save } = setUp()
  edit.change('grace')
  end()
  const again = open().edit
  expect([again.text(), again.isChanged()]).toEqual(['grace', true])
  const saving = again.save(false)
  const third = open().edit
  expect(third.state.isSaving).toBe(true)
  await third.save(false)
  await saving
  expect([third.isChanged(), third.state.isSaving, third.canUndo()]).toEqual([false, false, true])
  expect(save).toHaveBeenCalledTimes(1)
})

test('Enter saves what ends nobody’s work, and nothing over what another has written meanwhile', async () => {
  const { edit, save, work, rest } = setUp()
  edit.change('grace')
  expect(edit.savesByKey()).toBe(true)
  work()
  expect(edit.savesByKey()).toBe(false)
  rest()
  save.mockResolvedValueOnce({ status: 'conflict', theirs: { value: 'edsger' }, target })
  await edit.save(false)
  expect([edit.isIdle(), edit.savesByKey()]).toEqual([true, false])
})
