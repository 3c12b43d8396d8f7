import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withFolder } from '../../test/host/loopback.ts'
import { moveOnce } from './move-once.ts'

test('settings are moved word for word, and only where none are', () =>
  withFolder(async (folder) => {
    const [former, file] = [join(folder, 'console.json'), join(folder, 'own', 'settings.json')]
    await moveOnce(former, file)
    expect(await readdir(folder)).toEqual([])
    await writeFile(former, '{ "memoryLimit": "1G" ')
    await moveOnce(former, file)
    expect(await readFile(file, 'utf8')).toBe('{ "memoryLimit": "1G" ')
    await writeFile(former, 'another')
    await moveOnce(former, file)
    expect(await readFile(file, 'utf8')).toBe('{ "memoryLimit": "1G" ')
    expect(await readFile(former, 'utf8')).toBe('another')
  }))
