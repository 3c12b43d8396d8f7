import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withLock } from './lock.ts'
import { isLocked, lockHolder } from './holder.ts'

it('free, held by this process, free again; a dead heartbeat is left', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'kilo-holder-')))
  const file = join(folder, 'x.lock')
  expect(await lockHolder(file)).toEqual({ state: 'free' })
  const during = await withLock(file, {}, () => lockHolder(file))
  expect(during).toMatchObject({ state: 'held', pid: process.pid })
  expect(await lockHolder(file)).toEqual({ state: 'free' })
  await mkdir(`${file}.held-12`)
  expect(await lockHolder(file)).toEqual({ state: 'left' })
  await rm(folder, { recursive: true })
})

it('a waiting lock is none', () => {
  const table = `1: OFDLCK ADVISORY  WRITE -1 fe:00:2271736 0 EOF
1: -> OFDLCK ADVISORY  WRITE -1 fe:00:77 0 EOF
2: POSIX  ADVISORY  READ 27380 fe:00:2158227 128 128
`
  expect([2271736, 2158227, 77, 736, 128].map((inode) => isLocked(table, inode))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
