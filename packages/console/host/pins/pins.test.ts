import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPins } from './pins.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-pins-'))))
afterEach(() => rm(folder, { recursive: true }))

const file = () => join(folder, 'pins.json')
const open = () => openPins({ file: file() })

test('what is pinned outlives the host, server by server, in a file for its user alone', async () => {
  const pins = await open()
  await pins.set('daemon', 'ses_1', true)
  await pins.set('daemon', 'ses_2', true)
  await pins.set('port-4098', 'ses_3', true)
  expect(await pins.set('daemon', 'ses_1', true)).toEqual(['ses_2', 'ses_1'])
  const again = await open()
  expect([again.of('daemon'), again.of('port-4098'), again.of('constructor')]).toEqual([
    ['ses_2', 'ses_1'],
    ['ses_3'],
    [],
  ])
  expect((await stat(file())).mode & 0o777).toBe(0o600)
})

test('and is unpinned', async () => {
  const pins = await open()
  await pins.set('daemon', 'ses_1', true)
  expect(await pins.set('daemon', 'ses_1', false)).toEqual([])
  expect(await pins.set('daemon', 'ses_2', false)).toEqual([])
})

test('fault 63: of too many the last is refused, and the servers of long ago are forgotten', async () => {
  const pins = await open()
  for (let nth = 0; nth < 50; nth += 1) await pins.set('daemon', `ses_${nth}`, true)
  await expect(pins.set('daemon', 'ses_x', true)).rejects.toMatchObject({
    status: 409,
    code: 'too-many-pins',
  })
  expect(pins.of('daemon')).toHaveLength(50)
  for (let nth = 0; nth < 20; nth += 1) await pins.set(`port-${nth}`, 'ses_1', true)
  expect([pins.of('daemon'), pins.of('port-0')]).toEqual([[], ['ses_1']])
})

test('for another one those go first that nobody can see, and what is gone is forgotten at once', async () => {
  const pins = await open()
  for (let nth = 0; nth < 50; nth += 1) await pins.set('daemon', `ses_${nth}`, true)
  const isShown = (id: string) => id !== 'ses_3'
  const ids = await pins.set('daemon', 'ses_x', true, isShown)
  expect([ids.length, ids.includes('ses_3'), ids.at(-1)]).toEqual([50, false, 'ses_x'])
  await expect(pins.set('daemon', 'ses_y', true, isShown)).rejects.toMatchObject({ status: 409 })
  pins.drop('daemon', ['ses_0', 'ses_x', 'ses_3'])
  pins.drop('elsewhere', ['ses_0'])
  expect(pins.of('daemon')).toHaveLength(48)
  expect(await pins.set('daemon', 'ses_y', true, isShown)).toHaveLength(49)
  expect((await open()).of('daemon')).toHaveLength(49)
})

test.each(['', '../x', 'a b', 'x'.repeat(129)])('a session %j is none', async (session) => {
  await expect((await open()).set('daemon', session, true)).rejects.toMatchObject({ status: 400 })
})

test('a file that is none pins nothing', async () => {
  await writeFile(file(), '{"version":1,"servers":{"daemon":"ses_1"}}')
  expect((await open()).of('daemon')).toEqual([])
})
