import type { Message, Session } from '@kilocode/sdk/v2/client'
import { createMemo, type Accessor } from 'solid-js'
import { partAt, type Parted } from './reverted.ts'

/** What counts and what was taken back. A roster that is told anew brings another session that says the same: nothing is parted again for it. */
export function createParted(
  messages: Accessor<readonly Message[]>,
  revert: Accessor<Session['revert']>,
): Accessor<Parted> {
  // A copy: what is compared must not change by itself later.
  const takenBack = createMemo(() => copyOf(revert()), undefined, { equals: isSameRevert })
  return createMemo(() => partAt(messages(), takenBack()))
}

const copyOf = (revert: Session['revert']) => revert && { ...revert }

const isSameRevert = (a: Session['revert'], b: Session['revert']) =>
  a === b || (a !== undefined && b !== undefined && FIELDS.every((field) => a[field] === b[field]))

const FIELDS = ['messageID', 'partID', 'snapshot', 'diff', 'workspace'] as const
