import { fork } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  ensurePrivateFolder,
  openPrivateLog,
  sweepTemporaries,
  writeFilePrivate,
} from '../../src/files/private-file.ts'
import { bundle } from '../world/bundle.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kilo-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

it('fault 4: files 0600 and folders 0700 whatever the umask', async () => {
  const program = await bundle(new URL('../world/umask-writer.ts', import.meta.url))
  for (const umask of ['0', '777']) {
    const child = fork(program.path, [join(folder, umask), umask])
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await modeOf(join(folder, umask, 'deep'))).toBe('700')
    expect(await modeOf(join(folder, umask, 'deep', 'state.json'))).toBe('600')
    expect(await modeOf(join(folder, umask, 'deep', 'x.log'))).toBe('600')
  }
  await program.remove()
})

it('fault 3: replaces a symbolic link, not its target', async () => {
  const target = join(folder, 'target')
  await writeFile(target, 'precious')
  await symlink(target, join(folder, 'state.json'))
  await writeFilePrivate(join(folder, 'state.json'), 'new')
  expect(await readFile(target, 'utf8')).toBe('precious')
  await expect(readlink(join(folder, 'state.json'))).rejects.toMatchObject({ code: 'EINVAL' })
})

it('fault 3: a folder that everyone may write to is an error with a hint', async () => {
  const open = join(folder, 'open')
  await mkdir(open)
  await chmod(open, 0o777)
  await expect(ensurePrivateFolder(open)).rejects.toMatchObject({
    code: 'unsafe-folder',
    hint: `chmod 700 ${open}`,
  })
})

it('a log that is a symbolic link is not followed', async () => {
  await writeFile(join(folder, 'target'), '')
  await symlink(join(folder, 'target'), join(folder, 'x.log'))
  await expect(openPrivateLog(join(folder, 'x.log'))).rejects.toMatchObject({ code: 'not-writable' })
})

it('fault 6: killed while writing, the file is never torn, and what is left over is swept', async () => {
  const program = await bundle(new URL('../world/endless-writer.ts', import.meta.url))
  const path = join(folder, 'state.json')
  for (let round = 0; round < 25; round++) {
    const child = fork(program.path, [path], { stdio: 'ignore' })
    await once(child, 'message')
    await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { length, text } = JSON.parse(await readFile(path, 'utf8')) as { length: number; text: string }
    expect(text).toHaveLength(length)
  }
  await sweepTemporaries(path)
  expect(await readdir(folder)).toEqual(['state.json'])
  await program.remove()
})
