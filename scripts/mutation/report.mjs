/** Stryker's report of a room, as what was noticed and what was not. */
import { readFileSync } from 'node:fs'

const NOTICED = new Set(['Killed', 'Timeout'])
const UNNOTICED = new Set(['Survived', 'NoCoverage'])

/** By file: how many mutants were noticed, and those that were not.  */
export function readReport(room, root) {
  const path = new URL(`test-results/mutation/${room}.json`, root)
  const { files } = JSON.parse(readFileSync(path, 'utf8'))
  return Object.fromEntries(
    Object.entries(files).map(([file, { source, mutants }]) => [
      file,
      {
        noticed: mutants.filter(({ status }) => NOTICED.has(status)).length,
        unnoticed: mutants.filter(({ status }) => UNNOTICED.has(status)).map((one) => describe(one, source)),
      },
    ]),
  )
}

/** By the text of its line, because numbers of lines change with every edit. */
function describe({ location: { start, end }, replacement = '' }, source) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const [line = ''] = lines
  const text = lines.join('\n')
  const tail = lines.length > 1 ? (lines.at(-1) ?? '').length - end.column + 1 : line.length - end.column + 1
  const from = text.slice(start.column - 1, text.length - tail)
  return { at: start.line, line: short(line), from: short(from), to: short(replacement) }
}

function short(text) {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat
}
