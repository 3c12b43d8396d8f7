/**
 * Prints `N passed, N failed` from the reports of the unit, fault, end-to-end and browser tests, and names those that passed only at the second
 * try; a report that is missing counts as one failure. Tests of a browser that this machine lacks are counted as not run.
 */
import { existsSync, readFileSync } from 'node:fs'

const countVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numTotalTests - report.numPassedTests,
})

/** In a run that succeeded only whole browsers were left out; else a test that did not run is a failure. */
const countBrowsers = (report) => {
  const notRun = report.success ? report.numPendingTests : 0
  const { passed, failed } = countVitest(report)
  return { passed, failed: failed - notRun, notRun }
}

const REPORTS = [
  { file: 'test-results/unit.json', count: countVitest },
  { file: 'test-results/faults.json', count: countVitest },
  {
    file: 'e2e/test-results/results.json',
    count: ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + stats.skipped + errors.length,
    }),
    // Vitest's report does not tell; its output does.
    flaky: ({ suites }) => suites.flatMap(flakyOf),
  },
  { file: 'test-results/browsers.json', count: countBrowsers },
]

/** Titles of the tests below a suite that failed first and passed then. */
function flakyOf({ specs = [], suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return [...own.map(({ title }) => title), ...suites.flatMap(flakyOf)]
}

const counts = REPORTS.map(({ file, count, flaky }) => {
  if (existsSync(file)) {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    for (const title of flaky?.(report) ?? []) process.stdout.write(`passed at the second try: ${title}\n`)
    return count(report)
  }
  process.stdout.write(`no report: ${file}\n`)
  return { passed: 0, failed: 1 }
})

const sum = (key) => counts.reduce((total, count) => total + (count[key] ?? 0), 0)
const failed = sum('failed')
const notRun = sum('notRun')
process.stdout.write(`${sum('passed')} passed, ${failed} failed${notRun > 0 ? `, ${notRun} not run` : ''}\n`)
if (failed > 0) process.exitCode = 1
