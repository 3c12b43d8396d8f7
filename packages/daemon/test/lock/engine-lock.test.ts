import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withPeerLock } from '../../src/lock/engine-lock.ts'

let locks: string
let folder: string
beforeEach(async () => {
  locks = await mkdtemp(join(tmpdir(), 'kilo-peer-'))
  folder = join(locks, 'peer.lock')
})
afterEach(() => rm(locks, { recursive: true, force: true }))

async function held(pid: number): Promise<void> {
  await mkdir(folder)
  await writeFile(join(folder, 'heartbeat'), '')
  await writeFile(
    join(folder, 'meta.json'),
    JSON.stringify({ token: 't', pid, hostname: hostname(), createdAt: '' }),
  )
}

it("fault 14: is held in the engine's own format, and gone afterwards", async () => {
  const meta = await withPeerLock(folder, {}, async () => {
    expect((await stat(join(folder, 'heartbeat'))).isFile()).toBe(true)
    return readFile(join(folder, 'meta.json'), 'utf8')
  })
  expect(JSON.parse(meta)).toMatchObject({ pid: process.pid, hostname: hostname() })
  expect(await readdir(locks)).toEqual([])
})

it('fault 14: waits while the other lives', async () => {
  const other = spawn('sleep', ['1000'])
  await once(other, 'spawn')
  await held(other.pid ?? 0)
  await expect(withPeerLock(folder, { timeoutMs: 200 }, () => Promise.resolve())).rejects.toMatchObject({
    code: 'lock-timeout',
  })
  let waiting: Promise<string> | undefined
  await new Promise<void>((onWait) => {
    waiting = withPeerLock(folder, { onWait }, () => Promise.resolve('inside'))
  })
  await rm(folder, { recursive: true })
  expect(await waiting).toBe('inside')
  other.kill('SIGKILL')
})

it('fault 15: breaks the lock of a process that is dead', async () => {
  const other = spawn('true')
  await once(other, 'exit')
  await held(other.pid ?? 0)
  expect(await withPeerLock(folder, {}, () => Promise.resolve('inside'))).toBe('inside')
  expect(await readdir(locks)).toEqual([])
})

it.each([
  ['between making and naming its folder', ['peer.lock']],
  ['while it broke a stale lock', ['peer.lock', 'peer.lock.breaker']],
])('fault 15: breaks the lock of one that was killed %s', async (_, folders) => {
  for (const name of folders) await mkdir(join(locks, name))
  expect(await withPeerLock(folder, {}, () => Promise.resolve('inside'))).toBe('inside')
  expect(await readdir(locks)).toEqual([])
})
