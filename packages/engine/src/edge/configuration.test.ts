import { expect, test } from 'vitest'
import { fitting } from './check.ts'
import {
  configConflict,
  configOverlay,
  configPlace,
  configPlaces,
  configRefusal,
  configWarning,
} from './configuration.ts'
import type { Schema } from './bounds.ts'

const target = {
  path: '/w/kilo.jsonc',
  revision: 'abc',
  exists: true,
  writable: true,
  raw: { share: 'auto' },
}
const place = { order: 3, kind: 'global-file', scope: 'global', label: 'Global kilo.json', exists: false }

/** Each with all that is kept of it. */
const whole: [string, Schema<unknown>, object][] = [
  [
    'overlay',
    configOverlay,
    {
      effective: { share: 'auto' },
      global: {},
      project: { share: 'auto' },
      targets: { global: target, project: target },
    },
  ],
  ['place', configPlace, { ...place, path: '/w/kilo.json' }],
  ['places', configPlaces, { sources: [place, 'anything'] }],
  ['warning', configWarning, { path: '/w/kilo.json', message: 'no JSON', detail: 'line 2' }],
  ['conflict', configConflict, { code: 'revision-conflict', target }],
  [
    'refusal',
    configRefusal,
    { name: 'ConfigInvalidError', data: { path: '/w', issues: [{ path: ['share'], message: 'Expected' }] } },
  ],
  ['refusal of a file that is no JSON', configRefusal, { name: 'ConfigJsonError', data: { message: 'x' } }],
]

test.each(whole)('a whole %s is kept as it is, and without what nobody knows', (_, schema, value) => {
  expect(fitting(schema, { ...value, unknown: 1 })).toEqual(value)
})

test.each(whole)('a %s that lacks something is none', (_, schema, value) => {
  for (const key of Object.keys(value).filter((key) => !['path', 'detail'].includes(key)))
    expect(fitting(schema, { ...value, [key]: undefined })).toBeUndefined()
})

test('null counts as absent where nothing need be, and a path as a path', () => {
  expect(fitting(configPlace, { ...place, path: null })).toEqual(place)
  expect(fitting(configPlace, { ...place, path: 'a\0b' })).toBeUndefined()
  expect(fitting(configConflict, { code: 'other', target })).toBeUndefined()
  expect(
    fitting(configRefusal, { name: 'E', data: { issues: [{ path: ['models', 3], message: 'm' }] } }),
  ).toEqual({ name: 'E', data: { issues: [{ path: ['models', '3'], message: 'm' }] } })
})
