/**
 * How Vitest runs a test while Stryker looks which mutants it reaches: as it is, and then once more with each of those. To start Vitest for each mutant, as
 * Stryker does, costs half a second of work; this costs what the test costs. What only runs while a file is loaded, it can't reach.
 */
import { inject, TestRunner } from 'vitest'

const { setTimeout, clearTimeout } = globalThis
/** Whoever takes so long, and so many times longer than without a mutant, waits for what never comes. */
const PATIENCE = { ms: 10_000, times: 10 }
/** As often as without the mutant, times this: an endless loop. */
const HITS = 10
const ASIDE = 'with a mutant'

export default class extends TestRunner {
  /** Over all files of a run: who was noticed once is not tried again. */
  #noticed = (globalThis.noticedMutants ??= new Set())

  async runTask(test) {
    const run = TestRunner.getTestFn(test)
    const begun = performance.now()
    await run()
    const patience = PATIENCE.ms + PATIENCE.times * (performance.now() - begun)
    if (inject('mode') !== 'dry-run') return
    const stryker = globalThis[inject('globalNamespace')]
    const reached = Object.entries(stryker.mutantCoverage?.perTest[stryker.currentTestId] ?? {})
    test.meta.noticed = []
    for (const [id, hits] of reached) {
      if (this.#noticed.has(id)) continue
      if (!(await this.#fails(test, run, stryker, { activeMutant: id, hitLimit: hits * HITS, patience })))
        continue
      // A test that fails the second time in any case says nothing, and neither does one that a mutant has spoilt for good.
      if (await this.#fails(test, run, stryker, { patience })) {
        test.meta.spoilt = true
        break
      }
      this.#noticed.add(id)
      test.meta.noticed.push(id)
    }
    this.onBeforeTryTask(test)
  }

  async #fails(test, run, stryker, { activeMutant, hitLimit, patience }) {
    const id = stryker.currentTestId
    let timer
    const tooLate = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('too slow')), patience)
    })
    Object.assign(stryker, { activeMutant, hitLimit, hitCount: 0, currentTestId: ASIDE })
    try {
      this.onBeforeTryTask(test)
      await Promise.race([run(), tooLate])
      this.onAfterTryTask(test)
      return false
    } catch {
      return true
    } finally {
      clearTimeout(timer)
      Object.assign(stryker, {
        activeMutant: undefined,
        hitLimit: undefined,
        hitCount: undefined,
        currentTestId: id,
      })
      delete stryker.mutantCoverage?.perTest[ASIDE]
    }
  }
}
