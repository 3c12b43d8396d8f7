import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { commitFiles } from '../../host/git/commit.ts'
import { runGit } from '../../host/git/run-git.ts'
import { actOnWorktree } from '../../host/git/worktree-acts.ts'
import { listWorktrees } from '../../host/git/worktrees.ts'
import { at, execute, git, home, hook, main, own, saved, write } from './repository.ts'

/** As `ps` tells it: nothing, it is not there; Z, it has ended, and its parent has not asked. */
const stateOf = (pid: string) =>
  execute('ps', ['-o', 'stat=', '-p', pid]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )

test('only repositories of the projects are there, and their worktrees', async () => {
  expect(await at(main)).toEqual({ root: main, main })
  expect(await at(own)).toEqual({ root: own, main })
  const other = path.join(home, 'other')
  await mkdir(other)
  await git(other, 'init', '--quiet')
  await symlink(other, path.join(main, 'link'))
  for (const folder of [other, path.join(main, 'link'), home, 'app', path.join(main, 'missing'), ''])
    await expect(at(folder)).rejects.toMatchObject({ status: 404 })
})

test('what the environment says to git, and the repository’s own programs, are not heard', async () => {
  await git(main, 'config', 'core.fsmonitor', `touch ${home}/ran`)
  process.env['GIT_DIR'] = path.join(home, 'elsewhere')
  try {
    expect((await runGit(main, ['status', '--porcelain'])).code).toBe(0)
  } finally {
    delete process.env['GIT_DIR']
  }
  await expect(readFile(path.join(home, 'ran'))).rejects.toThrow('ENOENT')
})

test('worktrees with what they have of their own', async () => {
  await saved(own, 'b.txt', 'b\n')
  await write(own, 'new.txt', 'x\n')
  await saved(main, 'c.txt', 'c\n')
  expect(await listWorktrees(await at(own))).toEqual([
    { directory: main, branch: 'main', isMain: true, changed: 0, ahead: 0, behind: 0 },
    { directory: own, branch: 'try', isMain: false, changed: 1, ahead: 1, behind: 1 },
  ])
})

test('one of them alone', async () => {
  await saved(own, 'b.txt', 'b\n')
  expect(await listWorktrees(await at(own), true)).toEqual([
    { directory: own, branch: 'try', isMain: false, changed: 0, ahead: 1, behind: 0 },
  ])
})

test('commits that are on no branch count, on either side', async () => {
  await git(own, 'checkout', '--quiet', '--detach')
  await saved(own, 'b.txt', 'b\n')
  expect((await listWorktrees(await at(own)))[1]).toMatchObject({ ahead: 1, behind: 0 })
  await git(main, 'checkout', '--quiet', '--detach')
  await saved(main, 'c.txt', 'c\n')
  expect((await listWorktrees(await at(own)))[1]).toEqual({
    directory: own,
    isMain: false,
    changed: 0,
    ahead: 1,
    behind: 1,
  })
})

test('what cannot be counted is unknown, not nothing, and hides no other worktree', async () => {
  const broken = path.join(home, 'worktrees', 'broken')
  await git(main, 'worktree', 'add', '--quiet', '-b', 'broken', broken)
  await write(main, '.git/worktrees/broken/index', 'no index')
  await saved(own, 'b.txt', 'b\n')
  const [, ...others] = await listWorktrees(await at(main))
  expect(others).toContainEqual({ directory: broken, branch: 'broken', isMain: false, ahead: 0, behind: 0 })
  expect(others).toContainEqual(expect.objectContaining({ directory: own, ahead: 1 }))
  await expect(actOnWorktree(await at(broken), 'rebase')).rejects.toMatchObject({ code: 'git-failed' })
})

test('a repository that git cannot list is no empty list', async () => {
  const repository = await at(main)
  await rm(path.join(main, '.git', 'HEAD'))
  await expect(listWorktrees(repository)).rejects.toMatchObject({ status: 502, code: 'git-failed' })
})

test('a tag that is called like a branch is not taken for it', async () => {
  await git(main, 'tag', 'try')
  await git(main, 'tag', 'main')
  await saved(own, 'b.txt', 'b\n')
  await saved(main, 'c.txt', 'c\n')
  expect((await listWorktrees(await at(own)))[1]).toMatchObject({ ahead: 1, behind: 1 })
  await actOnWorktree(await at(own), 'rebase')
  expect(await readFile(path.join(own, 'c.txt'), 'utf8')).toBe('c\n')
  await actOnWorktree(await at(own), 'merge')
  expect(await readFile(path.join(main, 'b.txt'), 'utf8')).toBe('b\n')
})

test('a branch that is called like an option runs nothing', async () => {
  const name = 'refs/heads/--exec=touch${IFS}ran'
  await saved(own, 'b.txt', 'b\n')
  await saved(main, 'c.txt', 'c\n')
  await git(main, 'update-ref', name, 'main')
  await git(main, 'symbolic-ref', 'HEAD', name)
  await actOnWorktree(await at(own), 'rebase')
  expect(await readFile(path.join(own, 'c.txt'), 'utf8')).toBe('c\n')
  await expect(readFile(path.join(own, 'ran'))).rejects.toThrow('ENOENT')
})

test('two at once do not lock each other out', async () => {
  await write(main, 'a.txt', 'two\n')
  await write(main, 'new.txt', 'new\n')
  await saved(own, 'b.txt', 'b\n')
  const repository = await at(main)
  await Promise.all([
    commitFiles(repository, { message: 'a', files: ['a.txt'] }),
    commitFiles(repository, { message: 'new', files: ['new.txt'] }),
    actOnWorktree(await at(own), 'merge'),
  ])
  expect(await git(main, 'status', '--porcelain')).toBe('')
  expect((await git(main, 'log', '--no-merges', '--format=%s', '-4')).split('\n').toSorted()).toEqual(
    ['', 'a', 'a.txt', 'b.txt', 'new'].toSorted(),
  )
})

test('a merge that somebody has under way is not given up for theirs', async () => {
  await saved(own, 'b.txt', 'b\n')
  await git(main, 'checkout', '--quiet', '-b', 'other')
  await saved(main, 'a.txt', 'other\n')
  await git(main, 'checkout', '--quiet', 'main')
  await saved(main, 'c.txt', 'c\n')
  // Of which nothing is left to commit but that it was one.
  await git(main, 'merge', '--quiet', '--no-commit', '--strategy=ours', 'other')
  expect(await git(main, 'status', '--porcelain')).toBe('')
  const begun = await git(main, 'rev-parse', 'MERGE_HEAD')
  await expect(actOnWorktree(await at(own), 'merge')).rejects.toMatchObject({ code: 'under-way' })
  expect(await git(main, 'rev-parse', 'MERGE_HEAD')).toBe(begun)
})

test('a worktree is merged back, or rebased', async () => {
  await saved(own, 'b.txt', 'b\n')
  await saved(main, 'c.txt', 'c\n')
  await actOnWorktree(await at(own), 'rebase')
  expect(await readFile(path.join(own, 'c.txt'), 'utf8')).toBe('c\n')
  await actOnWorktree(await at(own), 'merge')
  expect(await readFile(path.join(main, 'b.txt'), 'utf8')).toBe('b\n')
})

test.each(['merge', 'rebase'] as const)(
  'a %s that conflicts is named, and leaves everything as it was',
  async (act) => {
    await saved(own, 'a.txt', 'mine\n')
    await saved(main, 'a.txt', 'theirs\n')
    const heads = () => git(main, 'rev-parse', 'main', 'try')
    const before = await heads()
    await expect(actOnWorktree(await at(own), act)).rejects.toMatchObject({
      code: 'conflicts',
      message: expect.stringContaining('conflicts in a.txt. Nothing has changed.') as string,
    })
    expect(await heads()).toBe(before)
    for (const folder of [main, own]) expect(await git(folder, 'status', '--porcelain')).toBe('')
  },
)

test('what is not committed keeps a merge from beginning', async () => {
  await saved(own, 'b.txt', 'b\n')
  await write(main, 'a.txt', 'changed\n')
  await expect(actOnWorktree(await at(own), 'merge')).rejects.toMatchObject({ code: 'not-clean' })
  expect(await readFile(path.join(main, 'a.txt'), 'utf8')).toBe('changed\n')
  await expect(actOnWorktree(await at(main), 'merge')).rejects.toMatchObject({ code: 'no-worktree' })
})

test('a branch is pushed to the remote, and a missing remote is said', async () => {
  await expect(actOnWorktree(await at(own), 'push')).rejects.toMatchObject({ code: 'no-remote' })
  const remote = path.join(home, 'remote.git')
  await git(home, 'init', '--quiet', '--bare', remote)
  await git(main, 'remote', 'add', 'origin', remote)
  await saved(own, 'b.txt', 'b\n')
  await actOnWorktree(await at(own), 'push')
  expect(await git(remote, 'rev-parse', 'try')).toBe(await git(own, 'rev-parse', 'HEAD'))
  expect(await git(own, 'rev-parse', '--abbrev-ref', '@{upstream}')).toBe('origin/try\n')
})

test('a push that takes its time keeps nobody waiting', async () => {
  const remote = path.join(home, 'remote.git')
  await git(home, 'init', '--quiet', '--bare', remote)
  await git(main, 'remote', 'add', 'origin', remote)
  await hook('pre-push', `touch ${home}/began; while [ ! -e ${home}/go ]; do sleep 0.05; done`)
  const pushed = actOnWorktree(await at(own), 'push')
  await vi.waitFor(() => readFile(path.join(home, 'began')), { timeout: 5000 })
  await write(main, 'a.txt', 'two\n')
  await commitFiles(await at(main), { message: 'meanwhile', files: ['a.txt'] })
  await write(home, 'go', '')
  await pushed
  expect(await git(remote, 'rev-parse', 'try')).toBe(await git(own, 'rev-parse', 'HEAD'))
})

test('what never ends is ended, with what it started, and leaves no lock', async () => {
  // Two that do not end when they are asked, of which one is not waited for.
  const deaf = `trap "" TERM; while :; do sleep 0.1; done`
  await hook('pre-commit', `(${deaf}) >/dev/null 2>&1 & echo $! > ${home}/pid; ${deaf}`)
  await write(main, 'a.txt', 'two\n')
  const late = runGit(main, ['commit', '--all', '--message', 'x'], { hooks: true, waitMs: 1000 })
  await expect(late).rejects.toMatchObject({ status: 504, code: 'git-late' })
  expect((await readdir(path.join(main, '.git'))).filter((name) => name.includes('.lock'))).toEqual([])
  const pid = (await readFile(path.join(home, 'pid'), 'utf8')).trim()
  await vi.waitFor(async () => expect(await stateOf(pid)).toMatch(/^Z|^$/))
  expect(await git(main, 'status', '--porcelain')).toBe(' M a.txt\n')
})
