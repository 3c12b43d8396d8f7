import { expect, test } from 'vitest'
import { changedFile, inOrder, type ReviewPlace } from './changed-file.ts'

const place: ReviewPlace = {
  serverId: 'daemon',
  sessionId: 'ses_1',
  directory: '/p',
  source: { kind: 'session' },
}
const fileOf = (file: string) => changedFile({ file, additions: 1, deletions: 0 }, place)

test('files in the order of the tree, each once, as git quotes them or not', () => {
  const files = inOrder(['b.ts', 'src/a.ts', '"caf\\303\\251"', 'caf\u00E9'].map(fileOf))
  expect(files.map(({ path }) => path)).toEqual(['src/a.ts', 'b.ts', 'caf\u00E9'])
})

test('two files that are shown alike are two', () => {
  const files = inOrder(['a\nb', 'a\\nb'].map(fileOf))
  expect(files.map(({ name }) => name)).toEqual(['a\\nb', 'a\\nb'])
  expect(files.map(({ path }) => path).toSorted()).toEqual(['a\nb', 'a\\nb'])
})
