import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLastHeard } from './last-heard.ts'

const step = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ server: fc.constantFrom('a', 'b'), id: fc.constantFrom('1', '2', '3', '4') }),
  },
  fc.constant('gap' as const),
)

test('however little is kept, nothing that was heard is missed, and of what is kept it is known exactly', () => {
  fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 1, max: 9 }), (steps, most) => {
      const known = makeLastHeard(most)
      const all = new Map<string, number>()
      let gap = 0
      for (const [at, step] of steps.entries()) {
        const seq = at + 1
        if (step === 'gap') {
          known.gap(seq)
          all.clear()
          gap = seq
        } else {
          known.note(step.server, step.id, seq)
          all.delete(`${step.server} ${step.id}`)
          all.set(`${step.server} ${step.id}`, seq)
        }
        const kept = [...all].slice(-most)
        for (const server of ['a', 'b'])
          for (const id of ['1', '2', '3', '4']) {
            const right = all.get(`${server} ${id}`) ?? gap
            expect(known.of(server, id)).toBeGreaterThanOrEqual(right)
            if (kept.some(([key]) => key === `${server} ${id}`)) expect(known.of(server, id)).toBe(right)
          }
      }
    }),
  )
})

test('what was never heard of has no news, until others are left out', () => {
  const known = makeLastHeard(1)
  known.note('a', '1', 5)
  expect(known.of('a', '2')).toBe(0)
  known.note('a', '3', 7)
  expect(known.of('a', '2')).toBe(5)
})
