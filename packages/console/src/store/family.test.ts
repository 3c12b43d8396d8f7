import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { isWithin } from './family.ts'

const session = (id: string, parentID?: string) => ({ id, parentID }) as Session
const sessions = {
  top: session('top'),
  child: session('child', 'top'),
  grandchild: session('grandchild', 'child'),
  other: session('other'),
  loop: session('loop', 'pool'),
  pool: session('pool', 'loop'),
}

test.each([
  ['top', true],
  ['child', true],
  ['grandchild', true],
  ['other', false],
  ['unheard', false],
  ['loop', false],
])('%s belongs to top: %s', (id, expected) => {
  expect(isWithin(sessions, id, 'top')).toBe(expected)
})
