import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { runningIn } from './running-in.ts'

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
