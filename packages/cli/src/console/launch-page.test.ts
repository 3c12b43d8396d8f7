import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchPage, writeLaunchPage } from './launch-page.ts'

const TICKET = 'A-ticket_of-32-random-bytes-in-base64url-43'
const URL_OF = (ticket: string) => `http://127.0.0.1:4117/#ticket=${ticket}&folder=%2Fwork%2Fshop`

let home: string
beforeEach(async () => (home = await mkdtemp(join(tmpdir(), 'kilo-launch-'))))
afterEach(() => rm(home, { recursive: true }))

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

describe('fault 57: the page that brings a browser to a launch link', () => {
  it('lies in a folder of its owner’s, whatever the umask; its address tells nothing of the ticket', async () => {
    const umask = process.umask(0)
    const address = await writeLaunchPage(join(home, 'launches'), URL_OF(TICKET))
    process.umask(umask)
    expect(address).toMatch(/^file:\/\/\//)
    expect(decodeURIComponent(address)).not.toContain(TICKET)
    const file = fileURLToPath(address)
    expect(await readFile(file, 'utf8')).toContain(TICKET)
    expect(await Promise.all([file, dirname(file), join(home, 'launches')].map(modeOf))).toEqual([
      0o600, 0o700, 0o700,
    ])
    const hash = createHash('sha256').update(TICKET).digest('hex')
    expect(await readdir(join(home, 'launches'))).toEqual([hash])
  })

  it('is not put where others may write, or in a folder that was there', async () => {
    const shared = join(home, 'shared')
    await mkdir(shared)
    await chmod(shared, 0o777)
    await expect(writeLaunchPage(shared, URL_OF(TICKET))).rejects.toMatchObject({ code: 'unsafe-folder' })
    const folder = join(home, 'launches')
    const hash = createHash('sha256').update(TICKET).digest('hex')
    await mkdir(folder, { mode: 0o700 })
    await symlink(shared, join(folder, hash))
    await expect(writeLaunchPage(folder, URL_OF(TICKET))).rejects.toMatchObject({ code: 'EEXIST' })
    expect(await readdir(shared)).toEqual([])
  })

  it('is removed by the next one when a host was killed before it could, and not while it may be of use', async () => {
    const folder = join(home, 'launches')
    const old = dirname(fileURLToPath(await writeLaunchPage(folder, URL_OF('old'))))
    const fresh = dirname(fileURLToPath(await writeLaunchPage(folder, URL_OF('fresh'))))
    const past = new Date(Date.now() - 121_000)
    await utimes(old, past, past)
    const last = dirname(fileURLToPath(await writeLaunchPage(folder, URL_OF('last'))))
    expect((await readdir(folder)).map((name) => join(folder, name)).toSorted()).toEqual(
      [fresh, last].toSorted(),
    )
  })

  it('takes nothing along that is somebody else’s, also where the folder is a link to one with much in it', async () => {
    const elsewhere = join(home, 'elsewhere')
    const folder = join(home, 'launches')
    await mkdir(join(elsewhere, 'work'), { recursive: true, mode: 0o700 })
    await chmod(elsewhere, 0o700)
    await symlink(elsewhere, folder)
    const past = new Date(Date.now() - 121_000)
    await utimes(join(elsewhere, 'work'), past, past)
    const page = dirname(fileURLToPath(await writeLaunchPage(folder, URL_OF(TICKET))))
    expect((await readdir(elsewhere)).toSorted()).toEqual([basename(page), 'work'].toSorted())
  })
})

it('whatever is in the link ends neither the script nor the attribute', () => {
  const url = 'http://127.0.0.1:4117/#ticket=a&folder="</script><script>alert(1)</script>\u2028'
  const page = launchPage(url)
  expect(page.match(/<script>/g)).toHaveLength(1)
  const [, literal = ''] = /location\.replace\((.*)\)<\/script>/s.exec(page) ?? []
  expect(JSON.parse(literal)).toBe(url)
  expect(page).not.toContain('&folder="')
})
