import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lookAtFolder } from './folders.ts'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'kilo-folders-')))
afterAll(() => rmSync(home, { recursive: true }))

const odd = ['my shop', '"quoted" it\'s', 'a#b', '100%', 'a%2Fb', 'ünï日本', 'two\nlines', 'a\\b', '-rf']
for (const name of ['shop', 'Shopping', 'blog/api', '.hidden', 'blog/web', ...odd])
  mkdirSync(join(home, name), { recursive: true })
writeFileSync(join(home, 'shop.txt'), '')
symlinkSync('blog', join(home, 'shortcut'))
symlinkSync('nowhere', join(home, 'shot'))
symlinkSync('loop', join(home, 'loop'))

const names = async (typed: string) => (await lookAtFolder(typed, home, true)).names

describe('fault 71: completing a path', () => {
  it.each<[string, string[]]>([
    ['~/sho', ['shop', 'Shopping', 'shortcut']],
    ['~/SHOPP', ['Shopping']],
    ['~/blog/', ['api', 'web']],
    ['~/shortcut/a', ['api']],
    ['~/.', ['.hidden']],
    ['~/nothing-like-it', []],
    ['~/nothing/like/it', []],
    ['~/shop.txt/', []],
  ])('%s gives %j', async (typed, found) => expect(await names(typed)).toEqual(found))

  it('lists home for ~, hidden folders left out', async () => {
    const found = await lookAtFolder('~', home, true)
    expect(found).toMatchObject({ path: home, kind: 'folder', parent: home, more: false })
    expect(found.names).toEqual(
      ['blog', 'shop', 'Shopping', 'shortcut', ...odd].toSorted((a, b) => a.localeCompare(b)),
    )
  })

  it.each(odd)('%j is a folder, typed and completed', async (name) => {
    const found = await lookAtFolder(`~/${name}`, home, true)
    expect(found).toMatchObject({ path: join(home, name), kind: 'folder' })
    expect(found.names).toContain(name)
  })

  it('is bounded', async () => {
    const many = join(home, '.many')
    for (let index = 0; index < 1100; index++) mkdirSync(join(many, `f${index}`), { recursive: true })
    const found = await lookAtFolder(`${many}/`, home, true)
    expect(found.names).toHaveLength(1000)
    expect(found.more).toBe(true)
  })
})

describe('fault 71: refusing what is no folder', () => {
  it.each([
    ['~/nowhere', 'missing', 'There is no folder ~/nowhere.'],
    ['~/nowhere/', 'missing', 'There is no folder ~/nowhere.'],
    ['~/shop.txt', 'file', '~/shop.txt is a file, not a folder.'],
    ['~/shop.txt/x', 'missing', 'There is no folder ~/shop.txt/x.'],
    ['~/shot', 'missing', 'There is no folder ~/shot.'],
    ['~/loop', 'missing', 'There is no folder ~/loop.'],
    ['~/a\u202Eb', 'missing', 'There is no folder ~/a\uFFFDb.'],
    [`/${'x'.repeat(5000)}`, 'missing', undefined],
    ['/nul\0byte', 'missing', undefined],
  ])('%j is %s', async (typed, kind, message) => {
    const found = await lookAtFolder(typed, home, true)
    expect(found.kind).toBe(kind)
    if (message) expect(found.problem?.message).toBe(message)
  })

  it.each(['shop', '', '~other', './shop'])('%j is no path', (typed) =>
    expect(lookAtFolder(typed, home, true)).rejects.toMatchObject({ status: 400, code: 'no-path' }),
  )

  it('normalises what is typed', async () =>
    expect((await lookAtFolder('~/blog/../shop//', home, false)).path).toBe(join(home, 'shop')))
})
