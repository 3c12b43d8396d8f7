import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPlainFile, readPlainFileSync, type Wanted } from './plain-file.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kilo-plain-'))
  file = join(folder, 'a')
})
afterEach(() => rm(folder, { recursive: true }))

const WAYS = [
  ['at once', (path: string, wanted: Wanted) => new Promise((done) => done(readPlainFileSync(path, wanted)))],
  ['later', readPlainFile],
] as const

describe.each(WAYS)('%s', (_, read) => {
  const text = async (mostBytes = 10) => {
    const found = (await read(file, { mostBytes })) as { bytes: Buffer } | string
    return typeof found === 'string' ? found : { text: found.bytes.toString('utf8') }
  }

  it('an ordinary file is read, up to what is wanted of it', async () => {
    await writeFile(file, '')
    expect(await text()).toEqual({ text: '' })
    await writeFile(file, 'é'.repeat(5))
    expect(await text()).toEqual({ text: 'é'.repeat(5) })
    await writeFile(file, 'x'.repeat(11))
    expect(await text()).toBe('too-large')
    await truncate(file, 2 ** 42)
    expect(await text()).toBe('too-large')
  })

  it('what is no ordinary file is told apart from what is not there', async () => {
    await expect(text()).rejects.toMatchObject({ code: 'ENOENT' })
    await symlink('/dev/zero', file)
    expect(await text()).toBe('no-file')
    expect(await read(folder, { mostBytes: 10 })).toBe('no-file')
    const server = createServer().listen(join(folder, 'socket'))
    await once(server, 'listening')
    expect(await read(join(folder, 'socket'), { mostBytes: 10 })).toBe('no-file')
    await new Promise((resolve) => server.close(resolve))
  })

  it('a link is followed where that is wanted', async () => {
    await writeFile(join(folder, 'b'), 'b')
    await symlink('b', file)
    expect(await text()).toEqual({ text: 'b' })
    await expect(read(file, { mostBytes: 10, followsLinks: false })).rejects.toMatchObject({ code: 'ELOOP' })
  })

  it.runIf(process.platform === 'linux')('what claims to be empty is read all the same', async () => {
    const found = (await read('/proc/self/status', { mostBytes: 1 << 20 })) as { bytes: Buffer }
    expect(found.bytes.toString('utf8')).toMatch(/^Name:/)
    expect(await read('/proc/self/status', { mostBytes: 10 })).toBe('too-large')
  })
})
