/** A repository `main` with one commit and a worktree `own` of the branch `try`, in a folder of its own that is removed after each test. */
import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach } from 'vitest'
import { findRepository, type Repository } from '../../host/git/repository.ts'

export const execute = promisify(execFile)
export let home = ''
export let main = ''
export let own = ''

export const git = async (cwd: string, ...args: string[]) => (await execute('git', args, { cwd })).stdout
export const at = (folder: string): Promise<Repository> => findRepository(folder, [{ worktree: main }])
export const write = (folder: string, file: string, text: string) => writeFile(path.join(folder, file), text)
export const saved = async (folder: string, file: string, text: string) => {
  await write(folder, file, text)
  await git(folder, 'add', file)
  await git(folder, 'commit', '--quiet', '--message', file)
}
export const hook = async (name: string, script: string) => {
  await write(main, `.git/hooks/${name}`, `#!/bin/sh\n${script}\n`)
  await chmod(path.join(main, `.git/hooks/${name}`), 0o755)
}

beforeEach(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'kilo-git-')))
  main = path.join(home, 'app')
  own = path.join(home, 'worktrees', 'try')
  await mkdir(main)
  await git(main, 'init', '--quiet', '--initial-branch=main')
  await git(main, 'config', 'user.name', 'Ada')
  await git(main, 'config', 'user.email', 'ada@example.com')
  await saved(main, 'a.txt', 'one\n')
  await git(main, 'worktree', 'add', '--quiet', '-b', 'try', own)
})

afterEach(() => rm(home, { recursive: true, force: true }))
