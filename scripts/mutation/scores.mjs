/**
 * `scores.mjs ROOM…`, docs/mutation.md from Stryker's reports: mutants and how many of them the tests notice, by file. What was measured stays in docs/mutation.json,
 * so that one room can be measured without the others. Mutants that change nothing are named in equivalent.json, with the reason.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readReport } from './report.mjs'
import { filesOf, rooms } from './rooms.mjs'

const root = new URL('../../', import.meta.url)
const kept = new URL('docs/mutation.json', root)
const equivalent = JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8'))
const before = JSON.parse(readFileSync(kept, 'utf8'))
const measured = process.argv.slice(2)

const scores = Object.fromEntries(
  Object.keys(rooms).flatMap((room) => {
    const score = measured.includes(room) ? scoreOf(room) : before[room]
    return score ? [[room, score]] : []
  }),
)
writeFileSync(kept, `${JSON.stringify(scores, null, 2)}\n`)
writeFileSync(new URL('docs/mutation.md', root), describe())

function scoreOf(room) {
  const report = readReport(room, root)
  return Object.fromEntries(
    filesOf(room).flatMap((file) => {
      const found = report[file]
      if (!found) return before[room]?.[file] ? [[file, before[room][file]]] : []
      const { noticed, unnoticed } = found
      const named = equivalent[file] ?? []
      const open = unnoticed.filter((mutant) => !named.some((one) => isSame(one, mutant)))
      for (const one of named)
        if (!unnoticed.some((mutant) => isSame(one, mutant))) say(`${file}: no longer there: ${one.line}`)
      for (const { at, line, from, to } of open) say(`${file}:${at}  ${line}\n    ${from}\n    ${to}`)
      return [[file, { noticed, unnoticed: open.length, equivalent: unnoticed.length - open.length }]]
    }),
  )
}

function say(text) {
  process.stdout.write(`${text}\n`)
}

function isSame(one, mutant) {
  return one.line === mutant.line && one.from === mutant.from && one.to === mutant.to
}

function describe() {
  const rows = Object.entries(scores).flatMap(([room, files]) => [
    row(`**${room}**`, sum(Object.values(files))),
    ...Object.entries(files).map(([file, score]) => row(file.replace('packages/', ''), score)),
  ])
  const all = sum(Object.values(scores).flatMap((files) => Object.values(files)))
  return [
    '# What the tests notice',
    '',
    'The pure cores were changed in one place at a time (Stryker: comparisons, logic, constants, calls, blocks), and the tests of their room run',
    'against each change. `npm run test:mutation -- ROOM` measures a room and makes this file anew. Texts of several words are messages to',
    'people and are left as they are; everything else counts. What changes nothing is named below, with the reason.',
    '',
    '| | mutants | noticed | unnoticed | equivalent | score |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    row('**all**', all),
    '',
    ...Object.keys(rooms).flatMap((room) => {
      const open = filesOf(room).filter((file) => !scores[room]?.[file])
      return open.length > 0 ? [`Not measured yet: ${open.length} files of the room **${room}**.`, ''] : []
    }),
    '## Mutants that change nothing',
    '',
    ...Object.entries(equivalent).flatMap(([file, mutants]) => [
      `- ${file.replace('packages/', '')}`,
      ...mutants.map(({ line, from, to, why }) => `  - \`${line}\`: \`${from}\` as \`${to}\`: ${why}`),
    ]),
    '',
  ].join('\n')
}

function sum(scores) {
  const of = (key) => scores.reduce((total, score) => total + score[key], 0)
  return { noticed: of('noticed'), unnoticed: of('unnoticed'), equivalent: of('equivalent') }
}

/** The score is of those that can be noticed. */
function row(name, { noticed, unnoticed, equivalent }) {
  const real = noticed + unnoticed
  const score = real === 0 ? '' : `${((100 * noticed) / real).toFixed(1)} %`
  return `| ${name} | ${real + equivalent} | ${noticed} | ${unnoticed} | ${equivalent} | ${score} |`
}
