import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withFolder } from '../../test/host/loopback.ts'
import { lookAtFiles } from './look-at-files.ts'

test('files are read, through links too; what is none, is too large or is gone is told', async () => {
  await withFolder(async (folder) => {
    const at = (name: string) => join(folder, name)
    await writeFile(at('kilo.jsonc'), '\uFEFF{ "share": "auto" } // mine')
    await symlink(at('kilo.jsonc'), at('link.json'))
    await symlink(at('nowhere'), at('dangling.json'))
    await mkdir(at('folder.json'))
    await symlink('/dev/null', at('device.json'))
    await writeFile(at('large.json'), 'x'.repeat(1024 * 1024 + 1))
    await writeFile(at('other.txt'), '{}')
    const names = [
      'kilo.jsonc',
      'link.json',
      'dangling.json',
      'folder.json',
      'device.json',
      'large.json',
      'other.txt',
    ]
    const looks = await lookAtFiles([...names.map(at), 'relative.json'])
    const share = {
      found: 'file',
      parsed: { values: [{ path: ['share'], value: 'auto', line: 1 }] },
      changedAt: expect.any(Number) as number,
    }
    expect(names.map((name) => looks.get(at(name)))).toEqual([
      share,
      share,
      { found: 'nothing' },
      { found: 'unreadable', why: 'It is no file.' },
      { found: 'unreadable', why: 'It is no file.' },
      { found: 'unreadable', why: 'It is larger than 1 MB.' },
      undefined,
    ])
    expect(looks.size).toBe(6)
  })
})
