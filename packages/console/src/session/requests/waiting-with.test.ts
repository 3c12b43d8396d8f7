import { expect, test } from 'vitest'
import { countWaitingWith, rejectionText } from './waiting-with.ts'

test('fault 69: the requests of one session count, not those of its subagents', () => {
  const of = (sessionID: string) => ({ sessionID })
  const permissions = { a: of('s'), b: of('s'), c: of('child'), d: of('s') }
  expect(countWaitingWith(permissions, of('s'))).toBe(3)
  expect(countWaitingWith(permissions, of('child'))).toBe(1)
})

test('fault 69: what else a rejection ends is said before', () => {
  expect(rejectionText(2, false)).toBe('2 requests wait here. Rejecting one rejects both and ends the turn.')
  expect(rejectionText(3, true)).toBe(
    '3 requests wait here. Rejecting one rejects all 3 and ends the turn. What you write is sent as your next prompt.',
  )
})
