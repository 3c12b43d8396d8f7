import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettingsFile, writeSettingsFile } from './settings-file.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'settings-file-'))
  file = path.join(folder, 'kilo.json')
})
afterEach(() => rm(folder, { recursive: true }))

test('of a disk that does not answer nothing is read', async () => {
  await writeFile(file, '{}')
  const late = { found: 'unreadable', why: 'The disk doesn’t answer.' } as const
  await expect(readSettingsFile(file, async () => new Map([[file, late]]))).rejects.toThrow(late.why)
})

test('what is another one by now is left alone, and nothing is left beside it', async () => {
  await writeFile(file, '{}')
  const read = await readSettingsFile(file)
  await writeFile(file, '{ "share": "auto" }')
  expect(await writeSettingsFile(read, '{ "share": "manual" }')).toBe(false)
  expect(await readFile(file, 'utf8')).toBe('{ "share": "auto" }')
  expect(await readdir(folder)).toEqual(['kilo.json'])
})

test('what could not be read again is not written', async () => {
  await writeFile(file, '{}')
  const read = await readSettingsFile(file)
  await expect(writeSettingsFile(read, `"${'漢'.repeat(350_000)}"`)).rejects.toThrow('larger than 1 MB')
  expect(await readdir(folder)).toEqual(['kilo.json'])
  expect(await readFile(file, 'utf8')).toBe('{}')
})
