import type { Message, Session } from '@kilocode/sdk/v2/client'
import { createMemo, type Accessor } from 'solid-js'
import { partAt, type Parted } from './reverted.ts'

/** What counts and what was taken back. A roster that is told anew brings another session that says the same: nothing is parted again for it. */
export function createParted(
  messages: Accessor<readonly Message[]>,
  revert: Accessor<Session['revert']>,
): Accessor<Parted> {
  const takenBack = createMemo(revert)
  return createMemo(() => partAt(messages(), takenBack()))
}
