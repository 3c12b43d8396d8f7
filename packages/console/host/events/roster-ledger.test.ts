import { expect, test } from 'vitest'
import { emptyRoster, type Roster } from '../../shared/roster/roster.ts'
import { makeRosterLedger, type Kind } from './roster-ledger.ts'

/** Each of 10 units: its kind and id. */
type Known = [Kind, string]

function ledgerOf(known: Known[], size = 10) {
  const ledger = makeRosterLedger()
  const roster: Roster = emptyRoster()
  for (const [kind, id] of known) {
    ledger.note(kind, id, size)
    Object.assign(roster[kind], { [id]: {} })
  }
  return { ledger, roster }
}

const four: Known[] = [
  ['sessions', 'a'],
  ['permissions', 'a'],
  ['sessions', 'b'],
  ['terminals', 'c'],
]

test.each([
  ['that fits exactly', { size: 40, entries: 4 }, null, 40],
  ['that is too large', { size: 39, entries: 9 }, { sessions: ['a'], permissions: ['a'] }, 20],
  ['that is too many', { size: 99, entries: 3 }, { sessions: ['a'], permissions: ['a'] }, 20],
  [
    'that is much too large',
    { size: 1, entries: 9 },
    { sessions: ['a', 'b'], permissions: ['a'], terminals: ['c'] },
    0,
  ],
])('fault 63: of a roster %s the oldest is left out, and room is made', (_, budget, leftOut, total) => {
  const { ledger, roster } = ledgerOf(four)
  expect(ledger.leaveOut(roster, budget)).toEqual(leftOut)
  expect(ledger.total).toBe(total)
})

test('what is heard of again is no old one, and counts once', () => {
  const { ledger, roster } = ledgerOf(four)
  ledger.note('sessions', 'a', 12)
  expect(ledger.total).toBe(42)
  expect(ledger.leaveOut(roster, { size: 41, entries: 9 })).toEqual({ permissions: ['a'], sessions: ['b'] })
})

test('what the roster does not hold any more makes room first, and nobody is told of it', () => {
  const { ledger, roster } = ledgerOf(four)
  delete roster.sessions['b']
  delete roster.terminals['c']
  expect(ledger.leaveOut(roster, { size: 30, entries: 9 })).toBeNull()
  expect(ledger.total).toBe(20)
})
