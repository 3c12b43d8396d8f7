import { createRoot } from 'solid-js'
import { expect, it } from 'vitest'
import { commands, contributeCommands, mergeCommands, sortByUse } from './registry.ts'

const command = (id: string, title = id, when?: () => boolean) => ({
  id,
  title,
  run: () => {},
  ...(when ? { when } : {}),
})
const titles = (list: { title: string }[]) => list.map(({ title }) => title)

it('leaves out what makes no sense now', () =>
  expect(titles(mergeCommands([[command('a'), command('b', 'b', () => false)]]))).toEqual(['a']))

it('takes the newest contribution of an id, in the place of the first', () =>
  expect(
    titles(mergeCommands([[command('stop', 'Stop'), command('x')], [command('stop', 'Stop the turn')]])),
  ).toEqual(['Stop the turn', 'x']))

it('keeps a contribution as long as its owner', () =>
  createRoot((dispose) => {
    contributeCommands(() => [command('here')])
    expect(titles(commands())).toEqual(['here'])
    dispose()
    expect(commands()).toEqual([])
  }))

it('puts what was used lately first', () =>
  expect(
    sortByUse([command('a'), command('b'), command('c')], ['c', 'gone', 'b']).map(({ id }) => id),
  ).toEqual(['c', 'b', 'a']))
