import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kilo-folder-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

test('everything that is missing is made, closed to others', async () => {
  const path = join(home, 'a', 'b', 'c')
  await makeFolder(path)
  await makeFolder(path)
  for (const folder of [path, join(home, 'a', 'b'), join(home, 'a')]) {
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  }
})

test('eight at once all succeed', async () => {
  const path = join(home, 'x', 'y')
  await Promise.all(Array.from({ length: 8 }, () => makeFolder(path)))
  expect((await stat(path)).isDirectory()).toBe(true)
})

test.runIf(process.platform === 'linux')(
  'a place that takes no folders is an error, not an endless loop',
  async () => {
    await expect(makeFolder('/proc/nope/kilo')).rejects.toMatchObject({ code: 'ENOENT' })
  },
)

test('a file in the way is an error', async () => {
  const file = join(home, 'file')
  await writeFile(file, '')
  await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})
