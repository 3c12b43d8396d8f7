import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { kiloPaths } from '@kilo-console/daemon'
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest'
import { consoleSettings } from './console-settings.ts'

let home: string
let file: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kilo-settings-'))
  for (const name of ['XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'])
    vi.stubEnv(name, join(home, name))
  file = kiloPaths().own.settings
  await mkdir(dirname(file), { recursive: true })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(home, { recursive: true })
})

it.each([
  ['no object', () => writeFile(file, '[]'), 'is no JSON object'],
  ['a folder', () => mkdir(file), 'is no file'],
  ['without end', () => symlink('/dev/zero', file), 'is no file'],
  ['too large', () => writeFile(file, '').then(() => truncate(file, 4 * 1024 ** 3)), 'is larger than 1 MB'],
  ['a loop', () => symlink(file, file), 'can’t be read (ELOOP)'],
])('a file that is %s is told of', async (_, make, problem) => {
  await make()
  const { json, exitCode } = consoleSettings()
  expect([json, exitCode]).toMatchObject([{ problems: [`${file} ${problem}`] }, 1])
})

test('what is written there does nothing to the terminal', async () => {
  await writeFile(file, JSON.stringify({ editor: 'vi\u001b]0;x\u0007 {file}' }))
  const { text } = consoleSettings()
  expect(text.join('\n')).toContain('vi {file}')
  expect(text.join('\n')).not.toContain('\u001b')
})
