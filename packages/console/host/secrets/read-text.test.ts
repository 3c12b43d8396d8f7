import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readText } from './read-text.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-text-'))))
afterEach(() => rm(folder, { recursive: true }))

it('reads ordinary files, up to a size', async () => {
  const file = join(folder, 'a')
  await writeFile(file, 'é'.repeat(1 << 19))
  expect(await readText(file)).toBe('é'.repeat(1 << 19))
  await writeFile(file, ' '.repeat((1 << 20) + 1))
  expect(await readText(file)).toBeUndefined()
  await writeFile(file, '')
  expect(await readText(file)).toBe('')
  expect(await readText(join(folder, 'none'))).toBeUndefined()
})

it('reads nothing that is no file, or has no end, whatever size it claims', async () => {
  expect(await Promise.all(['/dev/zero', folder].map(readText))).toEqual([undefined, undefined])
})

it.runIf(process.platform === 'linux')('reads what claims to be empty', async () => {
  expect(await readText('/proc/self/status')).toMatch(/^Name:/)
})
