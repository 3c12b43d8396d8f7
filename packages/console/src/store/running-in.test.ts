import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { isIdleIn, runningIn } from './running-in.ts'

const session = (id: string, directory: string, parentID?: string) => ({ id, directory, parentID }) as Session
const busy = { type: 'busy' } as const
const server = {
  sessions: {
    a: session('a', '/w'),
    sub: session('sub', '/w', 'a'),
    b: session('b', '/x'),
    idle: session('idle', '/w'),
  },
  others: { old: session('old', '/w') },
  activity: {
    sub: busy,
    a: busy,
    b: busy,
    old: { type: 'offline', requestID: 'r', message: 'm' } as const,
    gone: busy,
  },
}

test('who works in a folder is told once, whether the session or its subagent works, and however it waits', () => {
  const ids = (directory?: string) => runningIn(server, directory).map(({ id }) => id)
  expect(ids('/w')).toEqual(['a', 'old'])
  expect(ids('/x')).toEqual(['b'])
  expect(ids('/nowhere')).toEqual([])
  expect(ids()).toEqual(['a', 'b', 'old'])
  expect(runningIn(undefined)).toEqual([])
})

const looked = { ...server, activity: { b: busy }, complete: true, skipped: [] }

test.each([
  ['where nobody is known to work', {}, '/w', true],
  ['where somebody works', {}, '/x', false],
  ['where nobody has looked yet', { complete: false }, '/w', false],
  ['where it could not be looked', { skipped: [{ directory: '/w', reason: 'slow' }] }, '/w', false],
  ['where all was looked into but another', { skipped: [{ directory: '/y', reason: 'slow' }] }, '/w', true],
  ['where somebody works, nobody knows in which folder', { activity: { gone: busy } }, '/w', false],
  ['of which anybody works', {}, undefined, false],
  ['of which nobody works', { activity: {} }, undefined, true],
])('a place %s: %j in %s is idle: %s', (_name, change, directory, isIdle) => {
  expect(isIdleIn({ ...looked, ...change }, directory)).toBe(isIdle)
})

test('of a server that is not there nobody knows who works', () => expect(isIdleIn(undefined)).toBe(false))
