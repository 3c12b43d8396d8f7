import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { commitFiles } from '../../host/git/commit.ts'
import { earlierFile } from '../../host/git/earlier-file.ts'
import { at, git, home, hook, main, saved, write } from './repository.ts'

test('the files that are named are committed, new and deleted ones too, and no others', async () => {
  await saved(main, 'gone.txt', 'x\n')
  await rm(path.join(main, 'gone.txt'))
  await write(main, '-n*.txt', 'new\n')
  await write(main, 'a.txt', 'two\n')
  await write(main, 'other.txt', 'other\n')
  const message = 'Change files\n\n-- not an option'
  const { commit } = await commitFiles(await at(main), { message, files: ['gone.txt', '-n*.txt', 'a.txt'] })
  expect(await git(main, 'log', '-1', '--format=%h%n%B')).toBe(`${commit}\n${message}\n\n`)
  expect(await git(main, 'status', '--porcelain')).toBe('?? other.txt\n')
})

test('a hook that refuses is heard, and nothing is staged', async () => {
  await hook('pre-commit', 'echo "two tests fail"; printf "\\033[31mred\\033[0m"; exit 1')
  await write(main, 'new.txt', 'new\n')
  await expect(commitFiles(await at(main), { message: 'x', files: ['new.txt'] })).rejects.toMatchObject({
    status: 409,
    message: 'Nothing was committed.\ntwo tests fail\nred',
  })
  expect(await git(main, 'status', '--porcelain')).toBe('?? new.txt\n')
})

test('what was refused is not committed, though somebody else commits meanwhile', async () => {
  const theirs = 'git update-ref HEAD $(git commit-tree HEAD^{tree} -p HEAD -m theirs)'
  await hook('pre-commit', `${theirs}; echo "two tests fail"; exit 1`)
  await write(main, 'new.txt', 'new\n')
  const ours = commitFiles(await at(main), { message: 'ours', files: ['new.txt'] })
  await expect(ours).rejects.toMatchObject({
    status: 409,
    message: expect.stringContaining('two tests fail'),
  })
  expect(await git(main, 'log', '-1', '--format=%s')).toBe('theirs\n')
  expect(await git(main, 'status', '--porcelain')).toBe('?? new.txt\n')
})

test('what a hook leaves behind is not waited for, and goes on', async () => {
  await hook('post-commit', `(while [ ! -e ${home}/go ]; do sleep 0.05; done; echo on; touch ${home}/went) &`)
  await write(main, 'a.txt', 'two\n')
  const { commit } = await commitFiles(await at(main), { message: 'x', files: ['a.txt'] })
  expect(await git(main, 'log', '-1', '--format=%h %s')).toBe(`${commit} x\n`)
  await write(home, 'go', '')
  await vi.waitFor(() => readFile(path.join(home, 'went')))
})

test('a commit is one, though a hook after it takes too long; without one nothing is', async () => {
  const endless = 'while :; do sleep 0.05; done'
  await hook('post-commit', endless)
  await write(main, 'a.txt', 'two\n')
  const { commit } = await commitFiles(await at(main), { message: 'x', files: ['a.txt'] }, 1000)
  expect(await git(main, 'log', '-1', '--format=%h %s')).toBe(`${commit} x\n`)
  await hook('pre-commit', endless)
  await write(main, 'a.txt', 'three\n')
  const late = commitFiles(await at(main), { message: 'y', files: ['a.txt'] }, 1000)
  await expect(late).rejects.toMatchObject({ status: 504, code: 'git-late' })
  expect(await git(main, 'log', '-1', '--format=%s')).toBe('x\n')
})

test('a picture as it was committed last, and nothing else', async () => {
  await write(main, 'a.png', 'one\n')
  await git(main, 'add', '.')
  await git(main, 'commit', '-qm', 'a picture')
  await write(main, 'a.png', 'two\n')
  expect(await earlierFile(await at(main), 'a.png')).toEqual({
    content: Buffer.from('one\n').toString('base64'),
  })
  expect(await earlierFile(await at(main), 'none.png')).toEqual({ content: null })
  for (const file of ['../a.png', '/etc/a.png', '', 'a.txt', '.kilo/kilo.jsonc'])
    await expect(earlierFile(await at(main), file)).rejects.toMatchObject({ status: 400 })
})
