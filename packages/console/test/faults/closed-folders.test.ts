import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'
import { afterAll, expect, it } from 'vitest'
import { folderKind } from '../../host/servers/folders.ts'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'kilo-folders-')))
afterAll(() => rmSync(home, { recursive: true }))

it('fault 71: a folder that this user may not open, and what is in it', async () => {
  const closed = join(home, 'closed')
  const open = join(home, 'open')
  mkdirSync(join(closed, 'inner'), { recursive: true })
  mkdirSync(open)
  chmodSync(closed, 0)
  const kinds = await asPlainUser([closed, join(closed, 'inner'), open])
  chmodSync(closed, 0o700)
  expect(kinds).toEqual(['unreadable', 'unreadable', 'folder'])
})

/** Root may open everything, so that somebody else has to look. */
async function asPlainUser(paths: string[]): Promise<unknown> {
  if (process.getuid?.() !== 0) return Promise.all(paths.map(folderKind))
  chmodSync(home, 0o755)
  const input = fileURLToPath(new URL('../../host/servers/folders.ts', import.meta.url))
  const file = join(home, '.program', 'folders.mjs')
  await build({ input, platform: 'node', output: { file, format: 'esm' }, logLevel: 'silent' })
  const code = `import(${JSON.stringify(file)}).then(({ folderKind }) =>
    Promise.all(${JSON.stringify(paths)}.map(folderKind))).then((kinds) => console.log(JSON.stringify(kinds)))`
  const { stdout } = spawnSync(process.execPath, ['-e', code], { uid: 65534, gid: 65534, encoding: 'utf8' })
  return JSON.parse(stdout)
}
