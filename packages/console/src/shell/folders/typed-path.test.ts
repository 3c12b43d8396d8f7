import { expect, it } from 'vitest'
import type { FolderLook } from '../../../shared/folders.ts'
import { isPath, optionsAsTyped, optionsOfLook, stillFitting } from './typed-path.ts'

const context = {
  home: '/home/me',
  serverIds: ['daemon'],
  nameServer: (id: string) => id,
  nameFolder: (directory: string) => directory,
}
const look = (more: Partial<FolderLook>): FolderLook => ({
  path: '/home/me/sh',
  kind: 'missing',
  parent: '/home/me',
  names: [],
  more: false,
  ...more,
})
const show = (found: FolderLook, typed: string) =>
  optionsOfLook(found, typed, 'daemon', context).map(({ title, detail, completes, place }) =>
    [title, detail, completes, place.directory].join(' | '),
  )

it.each([
  ['/srv', true],
  ['~', true],
  ['~/work', true],
  ['C:\\work', true],
  ['D:/', true],
  ['~other', false],
  ['app', false],
  ['./app', false],
  ['', false],
])('fault 71: %j is a path: %s', (typed, is) => expect(isPath(typed)).toBe(is))

it('fault 71: offers what a path may become, in the words that were typed', () => {
  expect(show(look({ names: ['shop', 'shed'] }), '~/sh')).toEqual([
    'shop | ~/shop | ~/shop/ | /home/me/shop',
    'shed | ~/shed | ~/shed/ | /home/me/shed',
  ])
  expect(show(look({ path: '/s', parent: '/', names: ['srv'] }), '/s')).toEqual(['srv | /srv | /srv/ | /srv'])
  expect(show(look({ path: '/home/me', kind: 'folder', names: ['a\nb'] }), '~')).toEqual([
    'me | ~ · this folder | ~ | /home/me',
    'a␊b | ~/a␊b | ~/a\nb/ | /home/me/a\nb',
  ])
})

it('fault 71: offers the folder itself once it is whole, and only once', () => {
  const whole = look({ path: '/home/me/shop', kind: 'folder' })
  expect(show({ ...whole, names: ['shop', 'shop-2'] }, '~/shop')).toEqual([
    'shop | ~/shop | ~/shop/ | /home/me/shop',
    'shop-2 | ~/shop-2 | ~/shop-2/ | /home/me/shop-2',
  ])
  expect(show({ ...whole, parent: '/home/me/shop', names: ['api'] }, '~/shop/')).toEqual([
    'shop | ~/shop · this folder | ~/shop/ | /home/me/shop',
    'api | ~/shop/api | ~/shop/api/ | /home/me/shop/api',
  ])
})

it('fault 71: nothing that was found for less is offered for more', () => {
  const found = optionsOfLook(look({ names: ['shop', 'shed'] }), '~/sh', 'daemon', context)
  expect(stillFitting(found, '~/sho').map(({ title }) => title)).toEqual(['shop'])
  expect(stillFitting(found, '~/shopping')).toEqual([])
  expect(stillFitting(found, '/sh')).toEqual([])
})

it.each([
  ['/srv/new/', '/srv/new'],
  ['/srv/a\\', '/srv/a\\'],
  ['~/work', '/home/me/work'],
  ['~', '/home/me'],
  ['/', '/'],
  ['C:\\work\\', 'C:\\work'],
])('a path on a server whose folders cannot be seen is taken as typed: %j is %j', (typed, directory) =>
  expect(optionsAsTyped(typed, context)[0]?.place.directory).toBe(directory),
)

it('of several servers the one whose folders are seen completes a path, and each takes it as it is typed', () => {
  const several = { ...context, serverIds: ['daemon', 'port-4100'] }
  const shown = (options: { title: string; detail?: string | undefined }[]) =>
    options.map(({ title, detail }) => `${title} | ${detail}`)
  expect(shown(optionsOfLook(look({ names: ['shop'] }), '~/sh', 'daemon', several))).toEqual([
    'shop | ~/shop · daemon',
    'Start in sh | /home/me/sh · port-4100',
  ])
  expect(shown(optionsAsTyped('/srv', several))).toEqual([
    'Start in srv | /srv · daemon',
    'Start in srv | /srv · port-4100',
  ])
  expect(optionsAsTyped('/srv', { ...context, serverIds: [] })).toEqual([])
})
