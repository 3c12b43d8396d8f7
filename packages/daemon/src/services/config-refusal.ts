/** PURE. What the engine says of a configuration that it does not start with. */
import { printable } from '../printable.ts'

export interface ConfigRefusal {
  /** The file that it names. */
  path: string
  /** What is wrong in it, without what stands there: that may be a key. */
  problem: string
}

const INVALID = /^(?:Error: )?Configuration is invalid at (.+)$/m
const NOT_JSON = /^(?:Error: )?Config file at (.+) is not valid JSON/m
const LONGEST = 300

/** Undefined when its words are about something else. */
export function configRefusal(output: string): ConfigRefusal | undefined {
  const text = printable(output)
  const [, broken] = NOT_JSON.exec(text) ?? []
  if (broken !== undefined) return { path: broken.trim(), problem: `is not valid JSON${lineOf(text)}` }
  const [, path] = INVALID.exec(text) ?? []
  if (path === undefined) return undefined
  const issues = text
    .split('\n')
    .filter((line) => line.startsWith('↳'))
    .map(issueOf)
  return {
    path: path.trim(),
    problem: [...new Set(issues)].join('; ').slice(0, LONGEST) || 'is not accepted',
  }
}

/** `Line 3:` quotes the file; `… at line 3, column 2` does not. */
function lineOf(text: string): string {
  const [, line] = /^\w+ at line (\d+), column \d+/m.exec(text) ?? []
  return line === undefined ? '' : ` (line ${line})`
}

/** `↳ Expected string | undefined, got 5 provider.x.npm` -> `provider.x.npm: expected string | undefined`. */
function issueOf(line: string): string {
  const [, expected, where = ''] = /^↳ Expected (.+?), got .*?(?: ([\w$./-]+))?\s*$/.exec(line) ?? []
  if (expected === undefined)
    return /^↳ ((?:Missing|Unexpected|Unknown) key \S+)/.exec(line)?.[1] ?? 'a wrong value'
  return `${where === '' ? '' : `${where}: `}expected ${expected}`
}
