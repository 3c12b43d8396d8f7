import { expect, it } from 'vitest'
import { optionsOfPlaces } from './place-options.ts'

const place = (serverId: string, directory: string) => ({ serverId, directory, lastUsed: 0 })
const context = {
  home: '/home/me',
  serverIds: ['daemon'],
  nameServer: (id: string) => `<${id}>`,
  nameFolder: (directory: string) => directory.split('/').pop() ?? '',
}
const show = (list: { title: string; detail?: string | undefined }[]) =>
  list.map(({ title, detail }) => `${title} | ${detail}`)

it('lists projects, then home', () =>
  expect(
    show(optionsOfPlaces([place('daemon', '/home/me/app'), place('daemon', '/srv/x')], context)),
  ).toEqual(['app | ~/app', 'x | /srv/x', 'Home | ~']))

it('names servers when there are several, and begins with the place on screen', () =>
  expect(
    show(
      optionsOfPlaces([place('daemon', '/home/me'), place('port-4098', '/srv/x')], {
        ...context,
        serverIds: ['daemon', 'port-4098'],
        here: '/srv/x',
      }),
    ),
  ).toEqual([
    'x | /srv/x · <port-4098>',
    'me | ~ · <daemon>',
    'x | /srv/x · <daemon>',
    'Home | ~ · <port-4098>',
  ]))

it('a server that knows no folder yet can be chosen too', () =>
  expect(
    show(optionsOfPlaces([], { ...context, serverIds: ['daemon', 'port-4100'], here: '/home/me' })),
  ).toEqual(['Home | ~ · <daemon>', 'Home | ~ · <port-4100>']))
