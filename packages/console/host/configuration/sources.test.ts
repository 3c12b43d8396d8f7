import { expect, test } from 'vitest'
import type { FileLook } from './file-look.ts'
import { parseFile } from '../../shared/parse-settings.ts'
import { sourcesOf } from './sources.ts'

const place = (order: number, kind: string, path?: string, exists = true) => ({
  order,
  kind,
  scope: 'global',
  label: kind,
  exists,
  ...(path !== undefined && { path }),
})
const file = (text: string): FileLook => ({ found: 'file', parsed: parseFile(text), changedAt: 5 })

test('the chain has the engine’s order, its ends are what it does not tell apart', () => {
  const places = [
    place(9, 'env-content'),
    place(2, 'config-dir', '/w/.kilo'),
    place(3, 'config-dir-file', '/w/.kilo/kilo.json'),
    place(1, 'global-file', '/g.json'),
    place(8, 'runtime-env', '/x'),
  ]
  const chain = sourcesOf(places, new Map([['/g.json', file('{}')]]), new Map())
  expect(chain.map(({ kind, state }) => [kind, state])).toEqual([
    ['untold-below', 'untold'],
    ['global-file', 'used'],
    ['folder-file', 'unread'],
    ['env-content', 'unread'],
    ['untold-above', 'untold'],
  ])
})

test.each<[string, FileLook | undefined, boolean, string | undefined, string, RegExp | undefined]>([
  ['a file', file('{}'), true, undefined, 'used', undefined],
  ['a broken file', file('{'), true, 'Not valid JSON', 'skipped', /^Line 1: it ends too early$/],
  [
    'one that is broken only here',
    file('{'),
    true,
    undefined,
    'unread',
    /^What is in it can’t be read.* Line 1:/,
  ],
  ['one that the engine refuses', file('{}'), true, 'Expected boolean', 'skipped', /^Expected boolean$/],
  ['one that cannot be opened', { found: 'unreadable', why: 'No.' }, true, undefined, 'skipped', /^No\.$/],
  ['one that is gone by now', { found: 'nothing' }, true, undefined, 'absent', undefined],
  ['one that was never there', undefined, false, undefined, 'absent', undefined],
  ['one of another machine', undefined, true, undefined, 'unread', /isn’t read/],
])('%s', (_, look, exists, skipped, state, why) => {
  const looks = new Map(look ? [['/f', look]] : [])
  const [, source] = sourcesOf(
    [place(1, 'project-file', '/f', exists)],
    looks,
    new Map(skipped ? [['/f', skipped]] : []),
  )
  expect(source).toMatchObject({ kind: 'project-file', path: '/f', state })
  expect(source?.why).toEqual(why && expect.stringMatching(why))
})

test('a file that was written after the run of the engine began is told', () => {
  const newerThan = (startedAt?: number) =>
    sourcesOf([place(1, 'project-file', '/f')], new Map([['/f', file('{}')]]), new Map(), startedAt)[1]
      ?.isNewer
  expect([newerThan(4), newerThan(5), newerThan()]).toEqual([true, undefined, undefined])
})

test.each<[string, string, string, FileLook | undefined, string | undefined]>([
  ['a project’s', 'project-file', 'project', file('{}'), 'project'],
  ['a broken one', 'project-file', 'project', file('{'), 'project'],
  ['one that is not there', 'global-file', 'global', { found: 'nothing' }, 'global'],
  ['that of a variable', 'env-file', 'system', file('{}'), 'global'],
  ['a folder’s in the project', 'config-dir-file', 'project', file('{}'), 'project'],
  ['a managed one', 'managed-file', 'system', file('{}'), undefined],
  ['one that can’t be opened', 'global-file', 'global', { found: 'unreadable', why: 'No.' }, undefined],
  ['one of another machine', 'global-file', 'global', undefined, undefined],
])('whether the text of %s can be changed, and what ends by that', (_, kind, scope, look, edits) => {
  const looks = new Map(look ? [['/f', look]] : [])
  const [, source] = sourcesOf([{ ...place(1, kind, '/f'), scope }], looks, new Map())
  expect(source?.edits).toBe(edits)
})
