import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findEngine } from './find-engine.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kilo-engine-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function program(path: string, name?: string, mode = 0o755): Promise<string> {
  const file = join(folder, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, '#!/bin/sh\n', { mode })
  if (name)
    await writeFile(join(file, '..', '..', 'package.json'), JSON.stringify({ name, version: '3.2.1' }))
  return file
}

it('KILO_ENGINE goes first; its version comes from its package, and the engine is not run', async () => {
  const path = await program('a/bin/kilo', '@kilocode/cli-any')
  expect(findEngine({ KILO_ENGINE: path })).toEqual({ path, version: '3.2.1', source: 'KILO_ENGINE' })
})

it('a binary outside a package has no known version', async () => {
  const path = await program('bin/kilo')
  expect(findEngine({ KILO_ENGINE: path })).toMatchObject({ version: '' })
})

it('finds the platform package that is installed with us', async () => {
  expect(findEngine({})).toMatchObject({
    source: 'package',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  })
})

it('fault 27: missing, not executable, a folder', async () => {
  expect(() => findEngine({ KILO_ENGINE: join(folder, 'none') })).toThrow(
    expect.objectContaining({
      code: 'engine-missing',
    }),
  )
  const flat = await program('flat/bin/kilo', undefined, 0o644)
  expect(() => findEngine({ KILO_ENGINE: flat })).toThrow(
    expect.objectContaining({
      code: 'engine-not-executable',
      hint: `chmod +x ${flat}`,
    }),
  )
  expect(() => findEngine({ KILO_ENGINE: folder })).toThrow(
    expect.objectContaining({ code: 'engine-not-executable' }),
  )
})

it('never ourselves, not through a link either', async () => {
  const ours = await program('ours/bin/kilo.js', '@kilo-console/cli')
  const link = join(folder, 'kilo')
  await symlink(ours, link)
  expect(() => findEngine({ KILO_ENGINE: link })).toThrow(
    expect.objectContaining({ code: 'engine-is-ourselves' }),
  )
})
