import { expect, test } from 'vitest'
import { makeTickets } from './tickets.ts'

function atTime(start = 0) {
  const clock = { ms: start }
  return { clock, tickets: makeTickets(() => clock.ms) }
}

test('fault 35: a hundred redemptions of one ticket have one success', () => {
  const { tickets } = atTime()
  const { ticket } = tickets.issue()
  const outcomes = Array.from({ length: 100 }, () => tickets.redeem(ticket))
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
  expect(outcomes[0]).toBe('ok')
})

test('fault 35: 32 random bytes, never the same', () => {
  const { tickets } = atTime()
  const all = Array.from({ length: 50 }, () => tickets.issue().ticket)
  expect(new Set(all).size).toBe(50)
  expect(all.every((ticket) => /^[\w-]{43}$/.test(ticket))).toBe(true)
})

test('fault 11: a ticket lives for 60 s of the monotonic clock', () => {
  const { clock, tickets } = atTime(5000)
  const [first, second] = [tickets.issue(), tickets.issue()]
  expect(first.expiresIn).toBe(60)
  clock.ms += 59_999
  expect(tickets.redeem(first.ticket)).toBe('ok')
  clock.ms += 1
  expect(tickets.redeem(second.ticket)).toBe('refused')
})

test.each([undefined, null, 7, '', 'x', 'x'.repeat(1_000_000), {}])('fault 35: %j is no ticket', (guess) => {
  expect(atTime().tickets.redeem(guess)).toBe('refused')
})

test('fault 35, 59: guesses are limited to a burst of 20 and one in 3 s; a right ticket works all the same', () => {
  const { clock, tickets } = atTime()
  const { ticket } = tickets.issue()
  const guess = () => Array.from({ length: 10_000 }, (_, at) => tickets.redeem(`guess ${at}`))
  const refused = (outcomes: string[]) => outcomes.filter((outcome) => outcome === 'refused').length
  expect(refused(guess())).toBe(20)
  expect(tickets.redeem(ticket)).toBe('ok')
  expect(tickets.redeem(ticket)).toBe('rate-limited')
  clock.ms += 3000
  expect(refused(guess())).toBe(1)
})

test('unused tickets do not pile up: the newest 64 count', () => {
  const { tickets } = atTime()
  const all = Array.from({ length: 70 }, () => tickets.issue().ticket)
  expect([0, 5, 6, 69].map((at) => tickets.redeem(all[at]))).toEqual(['refused', 'refused', 'ok', 'ok'])
})

test('without another clock it is the machine’s', () => {
  const tickets = makeTickets()
  expect(tickets.redeem(tickets.issue().ticket)).toBe('ok')
})
