import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as life from './commands.ts'
import { buildLife } from './life-program.ts'
import { makeReality, type Reality } from './reality.ts'

let built: Awaited<ReturnType<typeof buildLife>>
beforeAll(async () => {
  built = await buildLife()
})
afterAll(() => built.remove())

/** `LIFE_RUNS=500 npx vitest run packages/daemon/test/model/life.test.ts` for more; LIFE_SEED repeats a failure. */
const { LIFE_RUNS = '12', LIFE_SEED } = process.env
const MINUTES = 60_000

const actions = fc.constantFrom('start', 'restart', 'stop')
const day = 86_400_000

/** Each as probable as any other: what stands here twice, twice as much. */
const commands = fc.commands(
  [
    ...[life.start, life.start, life.restartIt, life.stopIt, life.crash, life.recyclePid].map(fc.constant),
    fc.constantFrom(life.deleteFile, life.peersFile),
    fc.constantFrom('', '{', '[]', '{"pid":-1}', '\0').map(life.corruptFile),
    fc.constantFrom(life.takePort, life.upgrade),
    fc.array(actions, { minLength: 2, maxLength: 4 }).map(life.together),
    fc
      .tuple(actions, fc.integer({ min: 1, max: 90 }))
      .map((args) => life.killStarter(built.program, ...args)),
    fc.constantFrom(-day, -60_000, 60_000, day).map(life.jumpClock),
  ],
  { maxCommands: 15, size: 'max' },
)

it(
  'whatever befalls the daemon: one at most, nobody else signalled, no torn file, every answer true',
  async () => {
    const run = async (cmds: Iterable<life.LifeCommand>) => {
      vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true })
      const real: Reality = await makeReality()
      try {
        const model = { installed: 0, running: 0, spoiled: false }
        await fc.asyncModelRun(() => ({ model, real }), cmds)
      } finally {
        await real.end()
        vi.useRealTimers()
      }
    }
    const checked = await fc.check(fc.asyncProperty(commands, run), {
      numRuns: Number(LIFE_RUNS),
      endOnFailure: true,
      ...(LIFE_SEED ? { seed: Number(LIFE_SEED) } : {}),
    })
    const why = checked.errorInstance instanceof Error ? checked.errorInstance.stack : ''
    expect(checked.failed, `LIFE_SEED=${checked.seed}\n${fc.defaultReportMessage(checked)}\n${why}`).toBe(
      false,
    )
  },
  Number(LIFE_RUNS) * MINUTES,
)
