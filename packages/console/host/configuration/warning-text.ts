/** PURE: the engine's complaints in our words, without the values that some of them repeat: one may be a key in the wrong place. */
import { shownName } from './shown-path.ts'

/** What is left out of a file whose rest is used. */
interface Part {
  message: string
  hint: string
  place: readonly string[]
}

/** Undefined: it costs the whole file. */
export function partOf(issue: string): Part | undefined {
  const unknown = /^Unrecognized keys?: (.+)$/.exec(issue)?.[1]
  if (unknown !== undefined)
    return {
      message: `Kilo knows no setting called ${shownName(unknown)}`,
      hint: 'Remove it, or correct its name. The rest of the file is used.',
      // Of what stands at the top of a file alone the engine says it.
      place: unknown.split(/,\s*/).slice(0, 1),
    }
  const server = /^Skipped MCP "(.*?)": /.exec(issue)?.[1]
  if (server === undefined) return undefined
  return {
    message: `The MCP server ${shownName(server)} is left out: its headers refer to a variable or a file`,
    hint: 'Move it to a global file: a project’s may not read the environment. The rest of the file is used.',
    place: ['mcp', server],
  }
}

/** What the engine's schemas say, as far as it says nothing of what was there. */
const KNOWN = [
  /^Expected .{1,300}?(?=, got )/s,
  /^Missing key$/,
  /^Unrecognized keys?(?=:)/,
  /^(environment|file|variable) references are not allowed in project config/,
]

/** `mcp.x.url: Expected string, got 5` says what was there, and a name may be no better. */
export function withoutValue(issue: string): string {
  for (const start of [0, ...[...issue.matchAll(/: /g)].map(({ index }) => index + 2)]) {
    const said = issue.slice(start)
    const known = KNOWN.map((sentence) => sentence.exec(said)?.[0]).find((found) => found !== undefined)
    if (known !== undefined) return start === 0 ? known : `${shownName(issue.slice(0, start - 2))}: ${known}`
  }
  return 'It has a value that Kilo does not take'
}
