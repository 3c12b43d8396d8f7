/** Prints `N passed, N failed` from the reports of the unit and the end-to-end tests; a report that is missing counts as one failure. */
import { existsSync, readFileSync } from 'node:fs'

const REPORTS = [
  {
    file: 'test-results/unit.json',
    count: (report) => ({
      passed: report.numPassedTests,
      failed: report.numTotalTests - report.numPassedTests,
    }),
  },
  {
    file: 'e2e/test-results/results.json',
    count: ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    }),
  },
]

const counts = REPORTS.map(({ file, count }) => {
  if (existsSync(file)) return count(JSON.parse(readFileSync(file, 'utf8')))
  process.stdout.write(`no report: ${file}\n`)
  return { passed: 0, failed: 1 }
})

const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
const failed = sum('failed')
process.stdout.write(`${sum('passed')} passed, ${failed} failed\n`)
if (failed > 0) process.exitCode = 1
