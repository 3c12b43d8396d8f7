import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { beginChapter, LOG_ROTATE_BYTES, logFiles, noteLine } from './service-log.ts'

let folder: string
let log: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kilo-log-'))
  log = join(folder, 'daemon.log')
})
afterEach(() => rm(folder, { recursive: true }))

/** Sparse, so that it costs nothing; its first line says which it was. */
async function grow(name: string, bytes = LOG_ROTATE_BYTES): Promise<void> {
  await writeFile(log, `${name}\n`)
  await truncate(log, bytes)
}

const firstLine = async (path: string) => (await readFile(path, 'latin1')).split('\n')[0]

it('a chapter begins with its time, in a file of mode 0600', async () => {
  await beginChapter(log, 'daemon starts')
  expect(await readFile(log, 'utf8')).toMatch(
    /^--- \d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d daemon starts\n$/,
  )
  expect((await stat(log)).mode & 0o777).toBe(0o600)
})

it('a small log goes on', async () => {
  await grow('one', LOG_ROTATE_BYTES - 1)
  await beginChapter(log, 'two')
  expect(await readdir(folder)).toEqual(['daemon.log'])
  expect(await firstLine(log)).toBe('one')
})

it('a grown one is put aside whole; the oldest of four goes', async () => {
  for (const name of ['one', 'two', 'three', 'four', 'five']) {
    await grow(name)
    await beginChapter(log, 'next')
    expect([await firstLine(`${log}.1`), (await stat(`${log}.1`)).size]).toEqual([name, LOG_ROTATE_BYTES])
  }
  expect((await readdir(folder)).toSorted()).toEqual([
    'daemon.log',
    'daemon.log.1',
    'daemon.log.2',
    'daemon.log.3',
  ])
  expect(await Promise.all(logFiles(log).slice(1).map(firstLine))).toEqual(['five', 'four', 'three'])
})

it('the time is the reader’s own', () => {
  const now = new Date(2026, 2, 1, 9, 5, 7)
  expect(noteLine(now, 'x')).toMatch(/^--- 2026-03-01 09:05:07 [+-]\d\d:\d\d x$/)
})
