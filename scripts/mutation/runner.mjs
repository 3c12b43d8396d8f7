/** For Stryker: its Vitest runner, spared what try-mutants.mjs has found out already. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { strykerPlugins as ofVitest } from '@stryker-mutator/vitest-runner'

export { strykerValidationSchema } from '@stryker-mutator/vitest-runner'

const [{ kind, factory: startVitest }] = ofVitest
/** In the copy of the tree: a worker that was ended because of an endless loop has a successor. */
const FOUND = 'noticed-mutants.json'

export const strykerPlugins = [{ kind, name: 'vitest', factory: Object.assign(makeRunner, startVitest) }]

function makeRunner(injector) {
  /** @type {any} */
  const vitest = startVitest(injector)
  const [dryRun, mutantRun] = [vitest.dryRun.bind(vitest), vitest.mutantRun.bind(vitest)]
  vitest.dryRun = async (options) => {
    const result = await dryRun(options)
    writeFileSync(FOUND, JSON.stringify(readFound(vitest.ctx.state.getFiles(), result.mutantCoverage)))
    return result
  }
  vitest.mutantRun = async (options) => {
    const found = known(options)
    if (found) return found
    const result = await mutantRun(options)
    if (result.status !== 'survived' || !vitest.ctx.state.getFiles().some(failedToLoad)) return result
    return { ...result, status: 'killed', killedBy: [], failureMessage: 'a test file could not be loaded' }
  }
  return vitest
}

/** Stryker looks at tests alone, and of a file that could not be loaded there are none. */
function failedToLoad(file) {
  return file.result?.state === 'fail' && testsOf(file).every(({ result }) => result?.state !== 'fail')
}

/** Undefined: it has to be tried. */
function known({ activeMutant: { id }, mutantActivation, testFilter = [] }) {
  const { noticedBy, unsure } = existsSync(FOUND) ? JSON.parse(readFileSync(FOUND, 'utf8')) : {}
  const by = noticedBy?.[id]
  if (by) return { status: 'killed', killedBy: [by], failureMessage: '', nrOfTests: 1 }
  if (mutantActivation === 'static' || !unsure || unsure.includes(id)) return undefined
  return { status: 'survived', nrOfTests: testFilter.length }
}

/** By mutant: the test that noticed it. `unsure`: mutants that were reached by a test that can't be run twice. */
function readFound(files, coverage) {
  const tests = files.flatMap(testsOf)
  const spoilt = tests.filter(({ meta }) => meta.spoilt).map(idOf)
  return {
    noticedBy: Object.fromEntries(
      tests.flatMap((test) => (test.meta.noticed ?? []).map((id) => [id, idOf(test)])),
    ),
    unsure: spoilt.flatMap((id) => Object.keys(coverage?.perTest[id] ?? {})),
  }
}

function testsOf(task) {
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsOf)
}

/** As Stryker names a test. */
function idOf(test) {
  const names = []
  for (let task = test; task; task = task.suite) names.unshift(task.name)
  return `${relative(process.cwd(), test.file.filepath)}#${names.join(' ').trim()}`
}
