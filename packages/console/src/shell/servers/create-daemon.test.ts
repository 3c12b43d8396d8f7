import type { Session, SessionStatus } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { countWorking } from './create-daemon.ts'

test('a subagent at work is a part of the session that started it', () => {
  const session = (id: string, parentID?: string) => ({ id, parentID }) as Session
  const busy: SessionStatus = { type: 'busy' }
  expect(
    countWorking({
      sessions: { a: session('a'), child: session('child', 'a'), orphan: session('orphan', 'gone') },
      activity: { a: busy, child: busy, orphan: busy, unheard: busy },
    }),
  ).toBe(3)
  expect(countWorking(undefined)).toBe(0)
})
