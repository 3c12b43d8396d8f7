/**
 * Prints `N passed, N failed` from the reports of the unit, fault and end-to-end tests, and names those that passed only at the second
 * try; a report that is missing counts as one failure.
 */
import { existsSync, readFileSync } from 'node:fs'

const countVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numTotalTests - report.numPassedTests,
})

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

const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
const failed = sum('failed')
process.stdout.write(`${sum('passed')} passed, ${failed} failed\n`)
if (failed > 0) process.exitCode = 1
