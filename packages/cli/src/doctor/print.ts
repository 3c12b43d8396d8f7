import { shellWord } from '../output/shell-word.ts'
import type { Finding } from './finding.ts'

interface Paper {
  /** Columns of the terminal; undefined: no terminal, and a finding is a line, however long. */
  columns: number | undefined
  colour: boolean
}

const MARKS = { ok: '●', warning: '▲', failed: '✕', skipped: '○' } as const
const COLOURS = { ok: 32, warning: 33, failed: 31, skipped: 2 } as const
const DIM = 2

/** PURE. The findings as aligned lines: shape and word for the state, what was looked at, what was found, and below it what to run. */
export function printFindings(findings: Finding[], { columns, colour }: Paper): string[] {
  const paint = (code: number, text: string) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text)
  const states = 9
  const checks = Math.max(0, ...findings.map(({ check }) => check.length)) + 2
  const margin = 2 + states + checks
  const room = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(24, columns - margin)
  return findings.flatMap(({ check, state, what, hint, advice }) => {
    const [first = '', ...more] = wrap(what, room)
    const indent = ' '.repeat(margin)
    return [
      `${paint(COLOURS[state], `${MARKS[state]} ${state.padEnd(states)}`)}${check.padEnd(checks)}${first}`,
      ...more.map((text) => indent + text),
      ...[hint === undefined ? '' : `run: ${hint}`, advice ?? '']
        .flatMap((text) => (text === '' ? [] : wrap(text, room)))
        .map((text) => indent + paint(DIM, text)),
    ]
  })
}

/** PURE. Breaks at spaces; a word that is longer than the line, a path for example, keeps whole, so that it can be copied. */
function wrap(text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** PURE. `2 failed, 1 warning`, or that all is well. */
export function summarise(findings: Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  const [failures, warnings] = [count('failed'), count('warning')]
  if (failures + warnings === 0) return 'No problems found.'
  const parts = [
    failures > 0 ? `${failures} failed` : '',
    warnings > 0 ? `${warnings} warning${warnings === 1 ? '' : 's'}` : '',
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** PURE. A path below the home folder as a shell takes it, and one reads it. */
export function shortPath(path: string, home: string): string {
  return path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path
}

/** PURE. The same, to be pasted into a shell. */
export function shellPath(path: string, home: string): string {
  const word = shellWord(path)
  return word === path ? shortPath(path, home) : word
}
