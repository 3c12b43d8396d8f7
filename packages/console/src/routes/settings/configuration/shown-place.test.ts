import { expect, test } from 'vitest'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { isUndecided, missingFolder, offeredPlaces, placeFor, type KnownServer } from './shown-place.ts'

const a: KnownServer = { id: 'a', folders: ['/w/a'] }
const b: KnownServer = { id: 'b', folders: ['/w/x', '/w/b'] }
const at = (serverId: string, directory = ''): ConfigurationPlace => ({
  serverId,
  scope: directory === '' ? 'global' : 'project',
  directory,
})
interface Case {
  server?: string
  folder?: string
  known?: KnownServer[]
  before?: ConfigurationPlace
  gone?: string
  awaited?: string
}
function look({ server, folder = '', known = [a, b], before, gone, awaited }: Case) {
  const isThere = (id: string) => id !== gone
  return placeFor({ server, folder }, { known, isThere, isAwaited: (id) => id === awaited }, before)
}

test.each<[string, Case, ConfigurationPlace | undefined]>([
  ['nothing is asked for', {}, at('a')],
  ['there is nobody', { known: [] }, undefined],
  ['a folder', { server: 'b', folder: '/w/x' }, at('b', '/w/x')],
  ['a folder of the first', { folder: '/w/a' }, at('a', '/w/a')],
  ['a folder that nobody has worked in', { server: 'b', folder: '/w/no' }, at('b')],
  ['it may still be known', { server: 'b', folder: '/w/no', awaited: 'b' }, undefined],
  ['another folder, from here', { server: 'b', folder: '/w/b', before: at('b', '/w/x') }, at('b', '/w/b')],
  ['another server, from here', { server: 'b', before: at('a') }, at('b')],
  ['everybody’s, from here', { server: 'b', before: at('b', '/w/x') }, at('b')],
  ['it is known by now', { server: 'b', folder: '/w/x', before: at('b') }, at('b', '/w/x')],
])('%s', (_, asked, place) => expect(look(asked)).toEqual(place))

const inB = { server: 'b', folder: '/w/x', before: at('b', '/w/x') }
test.each<[string, Case, ConfigurationPlace]>([
  ['its server restarts, and there is another', { ...inB, known: [a] }, inB.before],
  ['its server restarts, and there is none', { ...inB, known: [] }, inB.before],
  ['everybody’s of a server that restarts', { server: 'b', known: [a], before: at('b') }, at('b')],
  ['nothing was asked for, and its server restarts', { known: [a], before: at('b') }, at('b')],
  ['nothing was asked for, and a server comes before it', { before: at('b') }, at('b')],
  ['the last session of the folder is gone', { ...inB, known: [a, { id: 'b', folders: [] }] }, inB.before],
  ['its sessions are read anew', { ...inB, known: [{ id: 'b', folders: [] }], awaited: 'b' }, inB.before],
  ['its server is taken off the list', { ...inB, known: [a], gone: 'b' }, at('a')],
])('what is shown stays, or goes with its server: %s', (_, asked, place) =>
  expect(look(asked)).toEqual(place),
)

test('only a folder that is not known is undecided, and only while its server is read', () => {
  const read = (folder: string, awaited: string, known = [a, b]) =>
    isUndecided({ server: 'b', folder }, { known, isThere: () => true, isAwaited: (id) => id === awaited })
  expect([
    read('/w/no', 'b'),
    read('/w/no', 'a'),
    read('/w/x', 'b'),
    read('', 'b'),
    read('/w/no', 'b', []),
  ]).toEqual([true, false, false, false, false])
})

test.each<[string, ConfigurationPlace | undefined, string | undefined]>([
  ['/w/no', at('b'), '/w/no'],
  ['/w/x', at('b', '/w/x'), undefined],
  ['', at('b'), undefined],
  ['/w/no', undefined, undefined],
])('of %j, %j is shown: %j is missing', (folder, shown, missing) =>
  expect(missingFolder({ server: 'b', folder }, shown)).toBe(missing),
)

test('what is shown is offered, the first folders of each server too', () => {
  const many = { id: 'b', folders: Array.from({ length: 300 }, (_, index) => `/w/${index}`) }
  expect(offeredPlaces([a, b], undefined)).toEqual([a, b])
  expect(offeredPlaces([a, b], at('b', '/w/x'))).toEqual([a, b])
  expect(offeredPlaces([a, b], at('b'))).toEqual([a, b])
  expect(offeredPlaces([a], at('b', '/w/x'))).toEqual([a, { id: 'b', folders: ['/w/x'] }])
  expect(offeredPlaces([a], at('b'))).toEqual([a, { id: 'b', folders: [] }])
  expect(offeredPlaces([a], at('a', '/w/gone'))[0]?.folders).toEqual(['/w/a', '/w/gone'])
  expect(offeredPlaces([many], at('b', '/w/7'))[0]?.folders).toEqual(many.folders.slice(0, 200))
  expect(offeredPlaces([many], at('b', '/w/250'))[0]?.folders).toEqual([
    ...many.folders.slice(0, 200),
    '/w/250',
  ])
})
