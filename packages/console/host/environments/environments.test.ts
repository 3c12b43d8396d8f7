import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEnvironments } from './environments.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-environments-'))))
afterEach(() => rm(folder, { recursive: true }))
const place = () => ({ file: join(folder, 'environments.json') })

test('variables outlive the host, each place has its own, and what is in them is told to nobody', async () => {
  const kept = await openEnvironments(place())
  expect(kept.isEmpty()).toBe(true)
  await kept.change('project p', { name: 'TOKEN', value: 'one' })
  await kept.change('project p', { name: 'TOKEN', value: 'two' })
  expect(await kept.change('project p', { name: 'A', value: '' })).toEqual({ names: ['A', 'TOKEN'] })
  await kept.change('folder /notes', { name: 'TOKEN', value: 'three' })
  const again = await openEnvironments(place())
  expect(again.of('project p')).toEqual({ A: '', TOKEN: 'two' })
  expect(again.of('folder /notes')).toEqual({ TOKEN: 'three' })
  expect(again.of('project q')).toEqual({})
  expect((await stat(place().file)).mode & 0o777).toBe(0o600)
})

test('of what is removed nothing stays', async () => {
  const kept = await openEnvironments(place())
  await kept.change('project p', { name: 'TOKEN', value: 'a-secret' })
  expect(await kept.change('project p', { name: 'TOKEN', value: null })).toEqual({ names: [] })
  expect(kept.isEmpty()).toBe(true)
  expect(await readFile(place().file, 'utf8')).not.toContain('a-secret')
})

test.each([
  ['a name with a sign', { name: 'A=B', value: '' }],
  ['a name that begins with a digit', { name: '1A', value: '' }],
  ['no name', { name: '', value: '' }],
  ['a long name', { name: 'A'.repeat(101), value: '' }],
  ['a value with a zero', { name: 'A', value: 'a\0b' }],
  ['a long value', { name: 'A', value: 'x'.repeat(8193) }],
  ['no value', { name: 'A' }],
  ['a number', { name: 'A', value: 1 }],
  ['something else besides', { name: 'A', value: '', more: 1 }],
])('%s is refused', async (_, change) => {
  const kept = await openEnvironments(place())
  await expect(kept.change('project p', change)).rejects.toMatchObject({ status: 400, code: 'bad-variable' })
  expect(kept.isEmpty()).toBe(true)
})

test('a name that every object has is one like others', async () => {
  const kept = await openEnvironments(place())
  await kept.change('project p', { name: '__proto__', value: 'x' })
  expect(Object.entries(kept.of('project p'))).toEqual([['__proto__', 'x']])
})

test('there is an end to it, and removing goes on to work', async () => {
  const kept = await openEnvironments(place())
  for (let index = 0; index < 50; index++) await kept.change('project p', { name: `A${index}`, value: '' })
  await expect(kept.change('project p', { name: 'MORE', value: '' })).rejects.toMatchObject({
    status: 409,
    code: 'too-many-variables',
  })
  expect((await kept.change('project p', { name: 'A0', value: null })).names).toHaveLength(49)
})
