import { expect, test } from 'vitest'
import { unfinishedOf, writeUnfinished } from './comments.ts'

test('what is being written is known by session and file, and by no view', () => {
  const ref = { serverId: 'daemon', sessionId: 'ses_unfinished' }
  const comment = { range: { side: 'after' as const, from: 4, to: 4 }, code: 'let a', text: 'Why' }
  writeUnfinished(ref, 'a.ts', comment)
  expect(unfinishedOf({ ...ref }, 'a.ts')).toBe(comment)
  expect(unfinishedOf(ref, 'b.ts')).toBeUndefined()
  expect(unfinishedOf({ ...ref, sessionId: 'ses_other' }, 'a.ts')).toBeUndefined()
  writeUnfinished(ref, 'a.ts', undefined)
  expect(unfinishedOf(ref, 'a.ts')).toBeUndefined()
})
