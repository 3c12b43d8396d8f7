import { expect, test } from 'vitest'
import { keyOf, refOfKey } from './session-key.ts'

test.each([
  ['daemon', 'ses_1'],
  ['port-4098', 'pty/with/slashes'],
])('what %s and %s were put together from', (serverId, sessionId) => {
  const ref = { serverId, sessionId }
  expect(refOfKey(keyOf(ref))).toEqual(ref)
})
