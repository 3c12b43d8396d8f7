import { createComponent, createRoot, createSignal, type Accessor } from 'solid-js'
import { expect, onTestFinished, test } from 'vitest'
import type { Configuration } from '../../../../shared/configuration.ts'
import { ConsoleProvider, type Console } from '../../../store/context.ts'
import { createGroups } from './create-groups.ts'
import { editKey, makeEdits } from './edits.ts'
import type { SettingGroup } from './rows.ts'

const place = { serverId: 'daemon', scope: 'global', directory: '' } as const

const fileThat = (values: Record<string, unknown>): Configuration => ({
  scope: 'global',
  sources: [],
  fields: Object.entries(values).map(([name, value]) => ({
    path: [name],
    origin: 'layer',
    shown: { value },
    layers: [],
  })),
  more: false,
  warnings: [],
})

function setUp() {
  const [query, look] = createSignal('')
  const [configuration, setFile] = createSignal(fileThat({ logLevel: 'DEBUG', shell: 'zsh' }))
  const edits = makeEdits()
  const made: Accessor<SettingGroup[]>[] = []
  const end = createRoot((dispose) => {
    createComponent(ConsoleProvider, {
      value: { part: () => edits } as unknown as Console,
      get children() {
        made.push(createGroups(query, { place: () => place, configuration }))
        return undefined
      },
    })
    return dispose
  })
  onTestFinished(end)
  const names = () => made[0]?.().flatMap(({ rows }) => rows.map(({ name }) => name))
  const write = (name: string, draft: string | undefined) => {
    const key = editKey(place, { id: JSON.stringify([name]), path: [name], name })
    edits.change(key, { draft })
  }
  return { look, setFile, names, write }
}

test('what somebody has written in stays, whatever is looked for, until it is saved or given up', () => {
  const { look, names, write } = setUp()
  write('shell', 'fish')
  look('debug')
  expect(names()?.toSorted()).toEqual(['logLevel', 'shell'])
  write('shell', 'zsh')
  look('DEBUG')
  expect(names()).toEqual(['logLevel'])
})

test('a setting that does not fit any more when it was saved stays until something else is looked for', () => {
  const { look, setFile, names } = setUp()
  look('debug')
  setFile(fileThat({ logLevel: 'INFO', shell: 'zsh' }))
  expect(names()).toEqual(['logLevel'])
  look('debu')
  expect(names()).toEqual([])
})
