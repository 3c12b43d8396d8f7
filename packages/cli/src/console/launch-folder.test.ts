import { mkdirSync, mkdtempSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { launchFolder, withFolder } from './launch-folder.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'kilo-launch-')))
const before = process.cwd()
afterAll(() => {
  process.chdir(before)
  rmSync(root, { recursive: true })
})

it.each(['shop', 'my shop', 'a&b=c#d', '100%', 'a%2Fb', '"quoted" it\'s', 'two\nlines', 'ünï日本', 'plus+'])(
  'fault 71: the launch link of a command run in %j names that folder and leaves the ticket as it is',
  (name) => {
    const folder = join(root, name)
    mkdirSync(folder)
    process.chdir(folder)
    const url = new URL(withFolder('http://127.0.0.1:4117/#ticket=one%2Ftime', launchFolder()))
    const given = new URLSearchParams(url.hash.slice(1))
    expect(Object.fromEntries(given)).toEqual({ ticket: 'one/time', folder })
  },
)

it('fault 71: a folder that was removed under the command is left out of the link', () => {
  const folder = mkdtempSync(join(root, 'gone-'))
  process.chdir(folder)
  rmdirSync(folder)
  expect(launchFolder()).toBeUndefined()
  expect(withFolder('http://127.0.0.1:4117/#ticket=x', undefined)).toBe('http://127.0.0.1:4117/#ticket=x')
})
