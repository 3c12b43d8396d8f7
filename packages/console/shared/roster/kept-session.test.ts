import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { keptSession } from './kept-session.ts'

const session = {
  id: 'ses_1',
  slug: 'one',
  projectID: 'p',
  directory: '/p',
  title: 'One',
  version: '7',
  time: { created: 1, updated: 2 },
  cost: 0.5,
  tokens: { input: 1, output: 2, reasoning: 3, cache: { read: 4, write: 5 } },
  metadata: { much: 'of it' },
} as unknown as Session

test('of a session what lists show is kept, of a subagent also what it took', () => {
  expect(keptSession(session)).not.toHaveProperty('tokens')
  expect(keptSession(session)).not.toHaveProperty('metadata')
  expect(keptSession(session)).toMatchObject({ id: 'ses_1', cost: 0.5 })
  expect(keptSession({ ...session, parentID: 'ses_0' }).tokens).toEqual(session.tokens)
})

test('of what a revert takes back only the names of its files are kept', () => {
  const diff = 'diff --git a/x b/x\n-old\n+new\ndiff --git a/y b/y\n-z\n'
  expect(keptSession({ ...session, revert: { messageID: 'm', diff } }).revert).toEqual({
    messageID: 'm',
    diff: 'diff --git a/x b/x\ndiff --git a/y b/y',
  })
})
