import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest'
import type { SetPreferences } from '../../shared/preferences.ts'
import { askedPreference, openPreferences, overruledBy } from './preferences.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-preferences-'))))
afterEach(() => rm(folder, { recursive: true }))

async function open(text?: string) {
  const file = join(folder, 'console', 'settings.json')
  const changed = vi.fn<(set: SetPreferences) => void>()
  const store = await openPreferences({ file, env: {}, changed })
  if (text !== undefined) {
    await store.change({ key: 'theme', value: 'dark' })
    await writeFile(file, text)
    changed.mockClear()
  }
  return { file, store, changed }
}

test('what is chosen is written, for this user alone, and what is not ours stays', async () => {
  const { file, store, changed } = await open('{"memoryLimit": "8G", "theirs": [1]}')
  const now = await store.change({ key: 'codeFont', value: 'Fira Code' })
  expect(now).toMatchObject({ path: file, set: { memoryLimit: '8G', codeFont: 'Fira Code' }, problems: [] })
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    memoryLimit: '8G',
    theirs: [1],
    codeFont: 'Fira Code',
  })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(changed.mock.calls).toEqual([[{ codeFont: 'Fira Code', memoryLimit: '8G' }]])
})

test('what is written by hand counts when it is read next, and every browser hears of it once', async () => {
  const { file, store, changed } = await open()
  await store.change({ key: 'theme', value: 'dark' })
  await writeFile(file, '{"theme": "light", "density": "tight"}')
  expect(await store.read()).toMatchObject({
    set: { theme: 'light' },
    problems: [{ key: 'density', expects: expect.stringContaining('compact') as string }],
  })
  await store.read()
  expect(changed.mock.calls).toEqual([[{ theme: 'dark' }], [{ theme: 'light' }]])
  expect(store.known()).toEqual({ theme: 'light' })
})

it.each(['{"theme":', '[]', 'null'])('a file that is %s is left as it is', async (text) => {
  const { file, store } = await open(text)
  await expect(store.change({ key: 'theme', value: 'light' })).rejects.toMatchObject({
    status: 409,
    code: 'broken-settings',
  })
  expect(await readFile(file, 'utf8')).toBe(text)
  expect(await store.read()).toMatchObject({ set: {}, broken: expect.any(String) as string })
})

test('several at once lose nothing', async () => {
  const { store } = await open()
  await Promise.all([
    store.change({ key: 'theme', value: 'dark' }),
    store.change({ key: 'density', value: 'compact' }),
    store.change({ key: 'sendBy', value: 'ctrl+enter' }),
  ])
  expect(store.known()).toEqual({ theme: 'dark', density: 'compact', sendBy: 'ctrl+enter' })
})

it.each([null, 'x', {}, { key: 'toString', value: 1 }, { key: 'theme', value: 'pink' }, { key: 'theme' }])(
  '%j is no choice',
  (change) =>
    expect(() => askedPreference(change)).toThrow(
      expect.objectContaining({ status: 400, code: 'bad-preference' }) as Error,
    ),
)

test('variables that win are named', () => {
  expect(overruledBy({ KILO_MEMORY_LIMIT: '4G', KILO_CONSOLE_EDITOR: '' })).toEqual({
    memoryLimit: 'KILO_MEMORY_LIMIT',
  })
})

test('a folder, a device and what is too large are told of, hold up nobody and are left as they are', async () => {
  const { file, store } = await open('')
  const refused = async (why: string) => {
    expect((await store.read()).broken).toBe(why)
    await expect(store.change({ key: 'theme', value: 'dark' })).rejects.toMatchObject({
      status: 409,
      code: 'broken-settings',
    })
  }
  await rm(file)
  await mkdir(file)
  await refused('is no file')
  await rm(file, { recursive: true })
  await symlink('/dev/zero', file)
  await refused('is no file')
  await rm(file)
  await writeFile(file, '{}')
  await truncate(file, 8 * 1024 ** 3)
  await refused('is larger than 1 MB')
})

test('a link stays one: what it leads to is written, with its own rights', async () => {
  const { file, store } = await open('{}')
  const real = join(folder, 'dotfiles.json')
  await writeFile(real, '{"theirs": 1}', { mode: 0o640 })
  await rm(file)
  await symlink(real, file)
  await store.change({ key: 'theme', value: 'dark' })
  expect((await lstat(file)).isSymbolicLink()).toBe(true)
  expect(JSON.parse(await readFile(real, 'utf8'))).toEqual({ theirs: 1, theme: 'dark' })
  expect((await stat(real)).mode & 0o777).toBe(0o640)
})

test('a link that leads nowhere is not replaced', async () => {
  const { file, store } = await open('{}')
  await rm(file)
  await symlink(join(folder, 'gone', 'settings.json'), file)
  await expect(store.change({ key: 'theme', value: 'dark' })).rejects.toMatchObject({
    code: 'broken-settings',
  })
  expect((await lstat(file)).isSymbolicLink()).toBe(true)
})

test('a file that may not be written is left as it is', async () => {
  const { file, store } = await open('{"theme":"dark"}')
  await chmod(file, 0o400)
  await expect(store.change({ key: 'theme', value: 'light' })).rejects.toMatchObject({
    status: 409,
    code: 'broken-settings',
  })
  expect(await readFile(file, 'utf8')).toBe('{"theme":"dark"}')
})

test('a file with a byte order mark is read', async () => {
  const { store } = await open('\uFEFF{"theme":"dark"}')
  expect(await store.read()).toMatchObject({ set: { theme: 'dark' } })
})
