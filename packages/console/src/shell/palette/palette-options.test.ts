import { expect, it } from 'vitest'
import { COMMAND_LIST, type CommandId } from '../../commands/command-list.ts'
import { optionsOfPalette } from './palette-options.ts'

const option = (id: string) => ({ id, title: id, run: () => {} })
const command = (id: CommandId) => ({ ...COMMAND_LIST[id], id, run: () => {} })
const source = {
  commands: [
    command('palette'),
    command('new-session'),
    command('theme-dark'),
    command('session.permission.once'),
  ],
  needsYou: [option('s1')],
  sessions: [option('s1'), option('s2')],
  terminals: [option('t1')],
  projects: [option('p1')],
  older: [option('s2'), option('o1')],
  used: ['theme-dark', 's2', 'gone'],
}
const show = (list: { id: string; group?: string | undefined }[]) =>
  list.map(({ id, group }) => `${group}: ${id}`)

it('begins with what needs you, then what was used, and says each thing once', () =>
  expect(show(optionsOfPalette(source))).toEqual([
    'Needs you: s1',
    'Recent: theme-dark',
    'Recent: s2',
    'Commands: new-session',
    'Terminals: t1',
    'Projects: p1',
    'Older: o1',
  ]))

it('offers commands alone to a console without anything', () =>
  expect(
    show(
      optionsOfPalette({
        ...source,
        needsYou: [],
        sessions: [],
        terminals: [],
        projects: [],
        older: [],
        used: [],
      }),
    ),
  ).toEqual(['Commands: new-session', 'Commands: theme-dark']))
