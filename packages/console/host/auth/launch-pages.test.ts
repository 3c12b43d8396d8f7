import { access, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { withFolder } from '../../test/host/loopback.ts'
import { makeLaunchPages } from './launch-pages.ts'
import { hashOf } from './secret.ts'

afterEach(() => vi.useRealTimers())

async function leavePage(folder: string, ticket: string): Promise<string> {
  await mkdir(join(folder, hashOf(ticket)), { recursive: true })
  await writeFile(join(folder, hashOf(ticket), 'kilo-console.html'), ticket)
  return hashOf(ticket)
}

test('fault 57: a page goes when its ticket is used, the others stay', () =>
  withFolder(async (home) => {
    const pages = makeLaunchPages(join(home, 'launches'))
    const [used, other] = ['used', 'other']
    for (const ticket of [used, other]) pages.expect({ ticket, expiresIn: 60 })
    await leavePage(join(home, 'launches'), used)
    const left = await leavePage(join(home, 'launches'), other)
    await pages.remove(used)
    expect(await readdir(join(home, 'launches'))).toEqual([left])
    pages.dispose()
  }))

test('fault 57: a page goes when its ticket is too old', () =>
  withFolder(async (home) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const pages = makeLaunchPages(join(home, 'launches'))
    pages.expect({ ticket: 'never used', expiresIn: 60 })
    const page = join(home, 'launches', await leavePage(join(home, 'launches'), 'never used'))
    vi.advanceTimersByTime(59_999)
    await access(page)
    vi.advanceTimersByTime(1)
    vi.useRealTimers()
    await expect.poll(() => access(page).catch(() => 'gone')).toBe('gone')
    pages.dispose()
  }))

test('fault 57: what a killed host has left goes at the next start, and all of it at an end', () =>
  withFolder(async (home) => {
    await leavePage(join(home, 'launches'), 'of a killed host')
    const pages = makeLaunchPages(join(home, 'launches'))
    expect(await readdir(home)).toEqual([])
    await leavePage(join(home, 'launches'), 'of this host')
    pages.dispose()
    expect(await readdir(home)).toEqual([])
  }))

test('fault 57: what else lies in the folder stays', () =>
  withFolder(async (home) => {
    await mkdir(join(home, 'launches', 'work'), { recursive: true })
    await leavePage(join(home, 'launches'), 'of a killed host')
    makeLaunchPages(join(home, 'launches')).dispose()
    expect(await readdir(join(home, 'launches'))).toEqual(['work'])
  }))

test('no ticket leads out of the folder, and none that names nothing is a fault', () =>
  withFolder(async (home) => {
    await writeFile(join(home, 'kept'), '')
    const pages = makeLaunchPages(join(home, 'launches'))
    for (const ticket of ['../kept', '', '.', '..', '/']) await pages.remove(ticket)
    expect(await readdir(home)).toEqual(['kept'])
    pages.dispose()
  }))
