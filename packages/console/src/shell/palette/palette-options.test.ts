import { expect, it } from 'vitest'
import { optionsOfPalette } from './palette-options.ts'

const option = (id: string) => ({ id, title: id, run: () => {} })
const source = {
  commands: [option('palette'), option('new'), option('theme'), { ...option('allow'), keysOnly: true }],
  needsYou: [option('s1')],
  sessions: [option('s1'), option('s2')],
  terminals: [option('t1')],
  projects: [option('p1')],
  used: ['theme', 's2', 'gone'],
}
const show = (list: { id: string; group?: string | undefined }[]) =>
  list.map(({ id, group }) => `${group}: ${id}`)

it('begins with what needs you, then what was used, and says each thing once', () =>
  expect(show(optionsOfPalette(source))).toEqual([
    'Needs you: s1',
    'Recent: theme',
    'Recent: s2',
    'Commands: new',
    'Terminals: t1',
    'Projects: p1',
  ]))

it('offers commands alone to a console without anything', () =>
  expect(
    show(optionsOfPalette({ ...source, needsYou: [], sessions: [], terminals: [], projects: [], used: [] })),
  ).toEqual(['Commands: new', 'Commands: theme']))
