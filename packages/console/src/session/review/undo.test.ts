import { beforeEach, expect, test, vi } from 'vitest'
import { parsePatch } from '../../code/diff/unified-diff.ts'
import type { ChangedFile } from './changed-file.ts'
import type { Source } from './source.ts'
import { linesOfUndo, lossOf, undoChange } from './undo.ts'

const asked: (string | undefined)[] = []
const applied: string[] = []

vi.mock('../../sdk/whole-diff.ts', () => ({
  wholeDiff: (_place: unknown, _file: string, messageID?: string) => {
    asked.push(messageID)
    return Promise.resolve({ before: 'old\n', after: messageID ? 'of the turn\n' : 'of the session\n' })
  },
}))
vi.mock('../../sdk/review.ts', () => ({
  applyPatch: (_place: unknown, text: string) => {
    applied.push(text)
    return Promise.resolve()
  },
}))

const fileOf = (source: Source, diff: Partial<ChangedFile['diff']> = {}): ChangedFile => ({
  path: 'a.txt',
  name: 'a.txt',
  diff: { file: 'a.txt', additions: 1, deletions: 1, status: 'modified', ...diff },
  place: { serverId: 'daemon', sessionId: 'ses_1', directory: '/p', source },
})

beforeEach(() => {
  asked.splice(0)
  applied.splice(0)
})

test.each<[Source, string | undefined, string]>([
  [{ kind: 'session' }, undefined, '-of the session\n+old\n'],
  [{ kind: 'turn', messageID: 'msg_1' }, 'msg_1', '-of the turn\n+old\n'],
])('of %j nothing else is taken back', async (source, messageID, lines) => {
  await undoChange({ file: fileOf(source), hunk: undefined }, '/p')
  expect(asked).toEqual([messageID])
  expect(applied).toEqual([expect.stringContaining(lines)])
})

test.each(['tree', 'branch'] as const)(
  'what the %s does not say is not taken back: the session’s change of the file is another',
  async (kind) => {
    const undo = undoChange({ file: fileOf({ kind }), hunk: undefined }, '/p')
    await expect(undo).rejects.toMatchObject({ code: 'no-patch' })
    expect([asked, applied]).toEqual([[], []])
  },
)

test('lines of a deleted file bring all of it back', async () => {
  const [patch] = parsePatch('--- a/a.txt\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-one\n-two\n')
  const file = fileOf({ kind: 'session' }, { status: 'deleted', additions: 0, deletions: 2 })
  const undo = { file, hunk: patch?.hunks[0], ...(patch && { patch }) }
  expect(linesOfUndo(undo)).toBeUndefined()
  await undoChange(undo, '/p')
  expect(applied).toEqual([expect.stringContaining('new file mode 100644\n--- /dev/null\n+++ b/a.txt\n')])
})

const lines = (text: string) => parsePatch(`--- a/a.txt\n+++ b/a.txt\n${text}`)[0]?.hunks[0]

test.each([
  [{ additions: 2, deletions: 1 }, undefined, 'removes 2 added lines and restores 1 deleted line.'],
  [{ additions: 1, deletions: 0 }, undefined, 'removes 1 added line.'],
  [{ additions: 9, deletions: 9 }, lines('@@ -1,3 +1,1 @@\n-one\n-two\n x\n'), 'restores 2 deleted lines.'],
  [{ additions: 0, deletions: 0 }, undefined, 'what changed beside its lines goes back.'],
  [{ status: 'added' as const }, undefined, 'the new file is deleted.'],
  [{ status: 'deleted' as const }, lines('@@ -1,1 +0,0 @@\n-one\n'), 'the deleted file comes back.'],
])('%j: %s', (diff, hunk, said) => {
  expect(lossOf({ file: fileOf({ kind: 'session' }, diff), hunk })).toBe(said)
})
