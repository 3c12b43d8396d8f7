import { createRoot } from 'solid-js'
import { expect, it } from 'vitest'
import type { CommandId } from './command-list.ts'
import { commandButton, commandItem } from './command-button.ts'
import { commands, contributeCommands, mergeCommands, runCommand, sortByUse } from './registry.ts'

const contribution = (id: CommandId, when?: () => boolean, run = () => {}) => ({
  id,
  run,
  ...(when ? { when } : {}),
})
const ids = (list: { id: string }[]) => list.map(({ id }) => id)

it('leaves out what makes no sense now', () =>
  expect(ids(mergeCommands([[contribution('keys'), contribution('home', () => false)]]))).toEqual(['keys']))

it('takes words and keys from the list', () =>
  expect(mergeCommands([[contribution('next-session')]])).toMatchObject([
    { title: 'Next session', keys: 'j', anywhere: 'ctrl+shift+down' },
  ]))

it('takes the newest contribution of an id, in the place of the first', () => {
  const newest = () => {}
  const merged = mergeCommands([
    [contribution('session.stop'), contribution('keys')],
    [contribution('session.stop', undefined, newest)],
  ])
  expect(ids(merged)).toEqual(['session.stop', 'keys'])
  expect(merged[0]?.run).toBe(newest)
})

it('keeps a contribution as long as its owner', () =>
  createRoot((dispose) => {
    contributeCommands(() => [contribution('keys')])
    expect(ids(commands())).toEqual(['keys'])
    dispose()
    expect(commands()).toEqual([])
  }))

it('lets buttons and menus do what can be done now, and nothing else', () =>
  createRoot((dispose) => {
    const done: string[] = []
    contributeCommands(() => [
      contribution('keys', undefined, () => done.push('keys')),
      contribution(
        'home',
        () => false,
        () => done.push('home'),
      ),
    ])
    commandButton('keys').onClick()
    commandItem('keys').run()
    for (const id of ['home', 'settings'] as const) runCommand(id)
    expect(done).toEqual(['keys', 'keys'])
    expect(commandButton('keys')).toMatchObject({ name: 'Keys', keys: '?' })
    expect(commandItem('terminal.find')).toMatchObject({ title: 'Find in terminal', keys: 'ctrl+shift+f' })
    dispose()
  }))

it('puts what was used lately first', () =>
  expect(sortByUse([{ id: 'a' }, { id: 'b' }, { id: 'c' }], ['c', 'gone', 'b']).map(({ id }) => id)).toEqual([
    'c',
    'b',
    'a',
  ]))
