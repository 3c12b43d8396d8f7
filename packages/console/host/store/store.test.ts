import { chmod, mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { withFolder } from '../../test/host/loopback.ts'
import { openStore, type StorePlace } from './store.ts'

beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true))

const schema = v.object({ names: v.array(v.string()) })
/** Version 0 had a text, version 1 a list under another name. */
const migrations = [
  (old: unknown) => ({ list: (old as { text: string }).text.split(',') }),
  (old: unknown) => ({ names: (old as { list: unknown }).list }),
]
const openNames = (place: StorePlace & { write?: (file: string, text: string) => Promise<void> }) =>
  openStore({ ...place, schema, migrations, empty: { names: [] } })
const inFolder = (work: (file: string, folder: string) => Promise<void>) => () =>
  withFolder((folder) => work(join(folder, 'own', 'names.json'), folder))
async function put(file: string, text: string, mode = 0o600): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, text)
  await chmod(file, mode)
}
const modeOf = async (file: string) => (await stat(file)).mode & 0o777

test(
  'what is set counts at once, is 0600 in a folder of its own, and is there for the next host',
  inFolder(async (file) => {
    const store = await openNames({ file })
    expect(store.value()).toEqual({ names: [] })
    const written = store.set({ names: ['a'] })
    expect(store.value()).toEqual({ names: ['a'] })
    await written
    expect(await modeOf(file)).toBe(0o600)
    expect(await modeOf(dirname(file))).toBe(0o700)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ version: 2, names: ['a'] })
    expect((await openNames({ file })).value()).toEqual({ names: ['a'] })
    expect(await readdir(dirname(file))).toEqual(['names.json'])
  }),
)

test(
  'one writer: what is set meanwhile is written once, and last',
  inFolder(async (file) => {
    const texts: string[] = []
    let release = () => {}
    const first = new Promise<void>((resolve) => (release = resolve))
    const write = async (_: string, text: string) => {
      texts.push(text)
      await first
    }
    const store = await openNames({ file, write })
    const all = [store.set({ names: ['0'] })]
    await vi.waitFor(() => expect(texts).toHaveLength(1))
    for (let at = 1; at <= 100; at += 1) all.push(store.set({ names: [String(at)] }))
    release()
    await Promise.all(all)
    expect(texts.map((text) => (JSON.parse(text) as { names: string[] }).names)).toEqual([['0'], ['100']])
  }),
)

test(
  'fault 8: what cannot be written says so, counts all the same, and is written with the next',
  inFolder(async (file) => {
    let isFull = true
    const texts: string[] = []
    const write = (_: string, text: string) =>
      isFull ? Promise.reject(new Error('ENOSPC')) : Promise.resolve(void texts.push(text))
    const store = await openNames({ file, write })
    await expect(store.set({ names: ['a'] })).rejects.toThrow('ENOSPC')
    expect(store.value()).toEqual({ names: ['a'] })
    isFull = false
    await store.set({ names: [...store.value().names, 'b'] })
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('"a"')
  }),
)

test.each([
  ['{"text":"a,b"}', ['a', 'b']],
  ['{"version":1,"list":["c"]}', ['c']],
  ['{"version":2,"names":["d"],"more":1}', ['d']],
])('a file of any version is read: %s', (text, names) =>
  withFolder(async (folder) => {
    const file = join(folder, 'names.json')
    await put(file, text)
    expect((await openNames({ file })).value()).toEqual({ names })
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: 2, names })
  }),
)

describe('what is of no use is set aside, under a name that says why', () => {
  test.each([
    ['', 'broken'],
    ['{"version":2,"names":["to', 'broken'],
    ['[]', 'broken'],
    ['null', 'broken'],
    ['{"text":7}', 'broken'],
    ['{"version":1,"list":7}', 'broken'],
    ['{"version":"2","names":[]}', 'broken'],
    ['{"version":-1,"names":[]}', 'broken'],
    ['{"version":3,"names":[]}', 'newer'],
  ])('%j', (text, kind) =>
    withFolder(async (folder) => {
      const file = join(folder, 'names.json')
      // One of each kind is kept.
      await put(`${file}.${kind}`, 'an older one')
      await put(file, text)
      const store = await openNames({ file })
      expect(store.value()).toEqual({ names: [] })
      expect(await readFile(`${file}.${kind}`, 'utf8')).toBe(text)
      await store.set({ names: ['a'] })
      expect((await readdir(folder)).toSorted()).toEqual(['names.json', `names.json.${kind}`])
    }),
  )

  test(
    'a link, its target untouched; a folder; more than a megabyte',
    inFolder(async (file, folder) => {
      const target = join(folder, 'precious')
      await put(target, '{"version":2,"names":["precious"]}')
      await mkdir(dirname(file))
      await symlink(target, file)
      expect((await openNames({ file })).value()).toEqual({ names: [] })
      expect(await readFile(target, 'utf8')).toContain('precious')
      const large = join(folder, 'large.json')
      await put(large, '{"version":2,"names":["x"]}')
      await truncate(large, (1 << 20) + 1)
      expect((await openNames({ file: large })).value()).toEqual({ names: [] })
      await mkdir(join(folder, 'a folder'))
      expect((await openNames({ file: join(folder, 'a folder') })).value()).toEqual({ names: [] })
      const aside = ['a folder.broken', 'large.json.broken', 'own', 'precious']
      expect((await readdir(folder)).toSorted()).toEqual(aside)
    }),
  )
})

test(
  'no more than a megabyte is written; the file before is intact',
  inFolder(async (file) => {
    const store = await openNames({ file })
    await store.set({ names: ['a'] })
    await expect(store.set({ names: ['x'.repeat(1 << 20)] })).rejects.toMatchObject({ code: 'too-large' })
    expect((await openNames({ file })).value()).toEqual({ names: ['a'] })
  }),
)

test(
  'a file that others could read is closed to them',
  inFolder(async (file) => {
    await put(file, '{"version":2,"names":["a"]}', 0o644)
    await openNames({ file })
    expect(await modeOf(file)).toBe(0o600)
  }),
)

describe('a file at its former place', () => {
  test(
    'is taken over once, and gone there then',
    inFolder(async (file, folder) => {
      const former = join(folder, 'old.json')
      await put(former, '{"text":"a"}', 0o644)
      expect((await openNames({ file, former })).value()).toEqual({ names: ['a'] })
      expect(await readdir(folder)).toEqual(['own'])
      // An old version that runs once more writes it anew: it says nothing any more, and does not stay.
      await put(former, '{"text":"b"}')
      expect((await openNames({ file, former })).value()).toEqual({ names: ['a'] })
      expect(await readdir(folder)).toEqual(['own'])
    }),
  )

  test(
    'stays as long as it cannot be written at the new one',
    inFolder(async (file, folder) => {
      const former = join(folder, 'old.json')
      await put(former, '{"text":"a"}')
      const write = () => Promise.reject(new Error('ENOSPC'))
      expect((await openNames({ file, former, write })).value()).toEqual({ names: ['a'] })
      expect((await openNames({ file, former })).value()).toEqual({ names: ['a'] })
    }),
  )
})
