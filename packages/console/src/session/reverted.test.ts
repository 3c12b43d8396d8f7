import type { Message } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { partAt } from './reverted.ts'

const messages = ['msg_1', 'msg_2', 'msg_3'].map((id) => ({ id }) as Message)
const ids = (list: readonly Message[] | undefined) => list?.map(({ id }) => id.slice(4)).join(' ')

test.each([
  ['nothing was', undefined, '1 2 3', undefined],
  ['the last two were', 'msg_2', '1', '2 3'],
  ['all were', 'msg_1', '', '1 2 3'],
  ['all that is loaded was', 'msg_0', '', '1 2 3'],
  ['the last one was, and the page has not heard of it', 'msg_9', '1 2 3', ''],
])('fault 67: what counts and what was taken back: %s', (_, messageID, counts, gone) => {
  const parted = partAt(messages, messageID === undefined ? undefined : { messageID })
  expect(ids(parted.messages)).toBe(counts)
  expect(ids(parted.reverted?.messages)).toBe(gone)
})

const diff = `diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-three\n+one\ndiff --git a/b.txt b/b.txt\ndeleted file mode 100644\n`

test.each([
  [{ diff }, 2, true],
  [{ diff, workspace: 'restored' }, 2, true],
  [{ diff: '' }, 0, true],
  [{}, 0, true],
  [{ workspace: 'snapshots-disabled' }, 0, false],
  [{ workspace: 'unavailable' }, 0, false],
] as const)('fault 67: files of %j', (revert, files, filesRestored) => {
  const { reverted } = partAt(messages, { messageID: 'msg_2', ...revert })
  expect(reverted).toMatchObject({ files, filesRestored })
})
