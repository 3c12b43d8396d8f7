/**
 * docs/faults.md: the table of faults and their tests, from the titles of the tests: one that begins with `fault 9: ` or `fault 9, 12: `
 * shows that fault. `--check` changes nothing and fails when the table is stale; both fail when a fault has no test.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'docs/faults.md')
/** Their features are still to be built: many projects at once, written configuration, attachments. */
const AHEAD = new Set([76, 77, 79])
const TITLE = /(['"`])fault (\d+(?:, \d+)*): ((?:(?!\1)[^\\\n]|\\.)+)\1/g

const faults = JSON.parse(readFileSync(join(root, 'docs/faults.json'), 'utf8'))
const tests = ['packages', 'e2e'].flatMap((folder) => findTests(join(root, folder))).flatMap(readTitles)

const all = Object.values(faults).flatMap((rows) => Object.keys(rows).map(Number))
const open = all.filter((fault) => !tests.some((test) => test.faults.includes(fault)))
const missing = open.filter((fault) => !AHEAD.has(fault))
if (missing.length > 0) fail(`no test is named by fault ${missing.join(', ')}`)

const head = [
  '# Faults and their tests',
  '',
  'What goes wrong around a daemon, its console and the people who use them, and the tests which show that nothing is lost by it. Made from',
  'the titles of the tests by `npm run faults`: a test whose title begins with `fault 9: ` is listed. `npm run check` fails when this file is',
  'stale, or when a fault has no test. Those that are open belong to features that are still to be built.',
  '',
]
const fresh = [...head, ...Object.entries(faults).flatMap(describeGroup)].join('\n')
if (!process.argv.includes('--check')) writeFileSync(target, fresh)
else if (fresh !== readFileSync(target, 'utf8')) fail('docs/faults.md is stale', 'npm run faults')
process.stdout.write(
  `${all.length - open.length} of ${all.length} faults have tests; open: ${open.join(', ') || 'none'}\n`,
)

function findTests(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|\bdist\b/.test(path))
    .toSorted()
}

function readTitles(path) {
  return [...readFileSync(path, 'utf8').matchAll(TITLE)].map(([, , numbers, title]) => ({
    faults: numbers.split(', ').map(Number),
    title: title.replaceAll(/\\(.)/g, '$1').replaceAll('|', '\\|').replaceAll('<', '&lt;'),
    file: relative(root, path),
  }))
}

function describeGroup([group, rows]) {
  const lines = Object.entries(rows).map(
    ([fault, what]) => `| ${fault} | ${what} | ${describeTests(Number(fault))} |`,
  )
  return [`## ${group}`, '', '| | fault | tests |', '| --- | --- | --- |', ...lines, '']
}

function describeTests(fault) {
  const own = tests.filter((test) => test.faults.includes(fault))
  const files = [...new Set(own.map(({ file }) => file))]
  const titles = (file) => own.flatMap((test) => (test.file === file ? [test.title] : [])).join('; ')
  return (
    files.map((file) => `[${file.split('/').at(-1)}](../${file}): ${titles(file)}`).join('<br>') || 'open'
  )
}

function fail(message, hint) {
  process.stderr.write(`${message}\n${hint ? `hint: ${hint}\n` : ''}`)
  process.exit(1)
}
