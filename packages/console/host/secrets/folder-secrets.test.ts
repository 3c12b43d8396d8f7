import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filesOfFolder } from './folder-files.ts'
import { makeFolderSecrets } from './folder-secrets.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kilo-folder-'))
})
afterEach(() => rm(root, { recursive: true }))

async function write(name: string, text: string): Promise<void> {
  await mkdir(join(root, name, '..'), { recursive: true })
  await writeFile(join(root, name), text)
}

it('a folder’s files are its own and those above it, up to its repository', async () => {
  await write('kilo.json', 'outside')
  await write('repository/.git', 'a worktree has a file')
  await write('repository/.kilo/kilo.jsonc', 'a')
  await write('repository/opencode.json', 'b')
  await write('repository/deep/down/.kilocode/kilo.json', 'c')
  await write('repository/deep/down/.kilo/other.json', 'd')
  const found = await filesOfFolder(join(root, 'repository/deep/down'))
  expect(found.map(({ file }) => file.slice(root.length + 1))).toEqual([
    'repository/deep/down/.kilocode/kilo.json',
    'repository/opencode.json',
    'repository/.kilo/kilo.jsonc',
  ])
})

it('they are read when they have changed, and at most a megabyte of them', async () => {
  const learned: string[] = []
  const look = makeFolderSecrets((text) => void learned.push(text))
  await write('.git', '')
  await write('kilo.json', 'first')
  await write('opencode.json', 'x'.repeat(1 << 20))
  for (let times = 0; times < 3; times += 1) await look(root)
  expect(learned).toEqual(['first'])
  await write('.kilo/kilo.json', 'just written')
  await look(root)
  expect(learned).toEqual(['first', 'first'])
  await write('opencode.json', '{}')
  await look(root)
  expect(learned.slice(2)).toEqual(['first', '{}', 'just written'])
  await look('relative')
  expect(learned.length).toBe(5)
})

it('a disk that does not answer is asked once, and waited for once', async () => {
  const asked: string[] = []
  let answer = () => {}
  const gone = new Promise<never[]>((resolve) => (answer = () => resolve([])))
  const filesOf = (directory: string) => {
    asked.push(directory)
    return directory === '/gone' ? gone : Promise.resolve([])
  }
  const look = makeFolderSecrets(() => undefined, filesOf, 1)
  await look('/gone')
  await Promise.all([look('/gone'), look('/gone'), look('/a'), look('/a')])
  expect(asked).toEqual(['/gone'])
  answer()
  await expect.poll(() => asked).toEqual(['/gone', '/gone', '/a'])
})
