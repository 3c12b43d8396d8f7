/**
 * The table of faults and their tests in CONTRIBUTING.md, from the titles of the tests: one that begins with `fault 9: ` or `fault 9, 12: `
 * shows that fault. `--check` changes nothing and fails when the table is stale; both fail when one of the first 31 has no test.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'CONTRIBUTING.md')
// Padded to the width of its longest cell, the table could not be read or reviewed.
const [BEGIN, END] = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->']
/** Those of the daemon, which are all to be shown. */
const LAST_REQUIRED = 31
const TITLE = /(['"`])fault (\d+(?:, \d+)*): ((?:(?!\1)[^\\\n]|\\.)+)\1/g

const faults = JSON.parse(readFileSync(join(root, 'docs/faults.json'), 'utf8'))
const tests = ['packages', 'e2e'].flatMap((folder) => findTests(join(root, folder))).flatMap(readTitles)

const all = Object.values(faults).flatMap((rows) => Object.keys(rows).map(Number))
const open = all.filter((fault) => !tests.some((test) => test.faults.includes(fault)))
const missing = open.filter((fault) => fault <= LAST_REQUIRED)
if (missing.length > 0) fail(`no test is named by fault ${missing.join(', ')}`)

const text = readFileSync(target, 'utf8')
const [before, , after] = split(text)
const table = [BEGIN, '', ...Object.entries(faults).flatMap(describeGroup), END].join('\n')
const fresh = `${before}${table}${after}`
if (!process.argv.includes('--check')) writeFileSync(target, fresh)
else if (fresh !== text) fail('the table of faults in CONTRIBUTING.md is stale', 'npm run faults')
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
  return [`### ${group}`, '', '| | fault | tests |', '| --- | --- | --- |', ...lines, '']
}

function describeTests(fault) {
  const own = tests.filter((test) => test.faults.includes(fault))
  const files = [...new Set(own.map(({ file }) => file))]
  const titles = (file) => own.flatMap((test) => (test.file === file ? [test.title] : [])).join('; ')
  return files.map((file) => `[${file.split('/').at(-1)}](${file}): ${titles(file)}`).join('<br>') || 'open'
}

function split(text) {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin === -1 || end < begin) fail(`CONTRIBUTING.md has no ${BEGIN} … ${END}`)
  return [text.slice(0, begin), text.slice(begin, end + END.length), text.slice(end + END.length)]
}

function fail(message, hint) {
  process.stderr.write(`${message}\n${hint ? `hint: ${hint}\n` : ''}`)
  process.exit(1)
}
