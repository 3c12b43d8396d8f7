import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeTemporaryFolder } from './temporary-folder.ts'

let parent: string
beforeEach(async () => void (parent = await mkdtemp(join(tmpdir(), 'kilo-parent-'))))
afterEach(() => rm(parent, { recursive: true }))

const HOURS_AGO = new Date(Date.now() - 2 * 3_600_000)

async function age(name: string): Promise<void> {
  await utimes(join(parent, name), HOURS_AGO, HOURS_AGO)
}

it('is this user’s alone, and is gone with all that is in it', async () => {
  const { path, remove } = await makeTemporaryFolder('check', parent)
  expect((await stat(path)).mode & 0o777).toBe(0o700)
  await writeFile(join(path, 'key'), 'sk-1')
  await remove()
  expect(await readdir(parent)).toEqual([])
})

it('what a killed process has left is gone an hour later, and nothing else', async () => {
  const left = await makeTemporaryFolder('check', parent)
  await mkdir(join(left.path, 'deep'))
  await writeFile(join(left.path, 'deep', 'key'), 'sk-1')
  const young = await makeTemporaryFolder('check', parent)
  await age(left.path.slice(parent.length + 1))
  const others = ['kilo-check-backup', 'kilo-check-tmp.longer1', 'kilo-config-tmp.abcdef', 'x']
  for (const name of others) await mkdir(join(parent, name), { mode: 0o700 })
  await mkdir(join(parent, 'kilo-check-tmp.shared'))
  await writeFile(join(parent, 'kilo-check-tmp.afile1'), '')
  await symlink('x', join(parent, 'kilo-check-tmp.alink1'))
  const stay = [...others, 'kilo-check-tmp.shared', 'kilo-check-tmp.afile1', 'kilo-check-tmp.alink1']
  for (const name of stay) await age(name)
  const next = await makeTemporaryFolder('check', parent)
  const names = [young, next].map(({ path }) => path.slice(parent.length + 1))
  expect(new Set(await readdir(parent))).toEqual(new Set([...stay, ...names]))
})
