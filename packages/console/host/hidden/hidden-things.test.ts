import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openHidden } from './hidden-things.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-hidden-'))))
afterEach(() => rm(folder, { recursive: true }))
const place = () => ({ file: join(folder, 'hidden.json') })
const model = (name: string, hidden = true) => ({ kind: 'models', name, hidden })

test('what is hidden outlives the host, once each, and is told', async () => {
  const changed = vi.fn()
  const things = await openHidden(place(), changed)
  expect(things.value()).toEqual({ models: [], agents: [] })
  await things.change(model('acme/large'))
  await things.change(model('acme/large'))
  await things.change({ kind: 'agents', name: 'plan', hidden: true })
  expect(changed).toHaveBeenLastCalledWith({ models: ['acme/large'], agents: ['plan'] })
  expect((await openHidden(place(), changed)).value()).toEqual({ models: ['acme/large'], agents: ['plan'] })
  expect(await things.change(model('acme/large', false))).toEqual({ models: [], agents: ['plan'] })
  expect((await stat(place().file)).mode & 0o777).toBe(0o600)
})

test.each([
  ['another kind', { kind: 'servers', name: 'a', hidden: true }],
  ['no name', model('')],
  ['a name without end', model('x'.repeat(1026))],
  ['something else besides', { ...model('a'), more: 1 }],
  ['nothing', undefined],
])('%s is refused, and nothing changes', async (_, change) => {
  const changed = vi.fn()
  const things = await openHidden(place(), changed)
  await expect(things.change(change)).rejects.toMatchObject({ status: 400, code: 'bad-hidden' })
  expect(changed).not.toHaveBeenCalled()
})

test('there is an end to it, and showing goes on to work', async () => {
  const models = Array.from({ length: 5000 }, (_, index) => `acme/${index}`)
  await writeFile(place().file, JSON.stringify({ version: 1, models, agents: [] }))
  const things = await openHidden(place(), () => undefined)
  await expect(things.change(model('acme/more'))).rejects.toMatchObject({
    status: 409,
    code: 'too-many-hidden',
  })
  expect((await things.change(model('acme/0', false))).models).toHaveLength(4999)
  for (let index = 0; index < 3; index++) {
    const long = { kind: 'agents', name: String(index).repeat(1025), hidden: true }
    await expect(things.change(long)).resolves.toMatchObject({ agents: { length: index + 1 } })
  }
})

test('what a full disk does not take is told, and counts all the same', async () => {
  const things = await openHidden({ file: join(folder, 'later', 'hidden.json') }, () => undefined)
  await writeFile(join(folder, 'later'), '')
  await expect(things.change(model('a'))).rejects.toThrow()
  expect(things.value().models).toEqual(['a'])
})
