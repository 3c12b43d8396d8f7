import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outcomeOf, SOCKET_HEADERS, startHostileWorld, type HostileWorld } from '../host/hostile-world.ts'
import { mutatedAnswer } from '../host/mutated-answer.ts'

/** `KILO_FUZZ_ANSWERS=20000` for a long look. The seed is fixed, so that a run can be repeated; `KILO_FUZZ_SEED` is another one. */
const RUNS = Number(process.env['KILO_FUZZ_ANSWERS'] ?? 400)
const seed = Number(process.env['KILO_FUZZ_SEED'] ?? 9)

let world: HostileWorld
beforeAll(async () => {
  world = await startHostileWorld()
})
afterAll(() => world.close())

const kindOfRequest = fc.constantFrom('GET', 'POST', 'HEAD', 'WebSocket')

test(
  'fault 61: damaged answers are refused, clean or cut, and the next request is sound',
  { timeout: 0 },
  async () => {
    const counts: Record<string, number> = {}
    const before = process.memoryUsage().heapUsed
    await fc.assert(
      fc.asyncProperty(mutatedAnswer, kindOfRequest, async (answer, kind) => {
        const path = world.engine.give(answer)
        const isSocket = kind === 'WebSocket'
        const heard = await world.exchange(path, isSocket ? 'GET' : kind, isSocket ? SOCKET_HEADERS : {})
        const outcome = heard.end === 'opened' ? 'opened' : outcomeOf(heard)
        counts[outcome] = (counts[outcome] ?? 0) + 1
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    )
    // Of each kind there are some: else it would not be these answers that are tried.
    expect(counts).toMatchObject({ refused: expect.any(Number), passed: expect.any(Number) })
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 << 20)
    process.stdout.write(`${RUNS} answers, seed ${seed}: ${JSON.stringify(counts)}\n`)
  },
)
