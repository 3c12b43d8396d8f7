/** PURE: what the engine says of files that it passed over, in words that name the line and the way out, without what stands in the file. */
import type { ConfigWarning } from '@kilo-console/engine/edge/configuration'
import type { ConfigurationWarning } from '../../shared/configuration.ts'
import type { FileLook, FileLooks } from './file-look.ts'
import { partOf, withoutValue } from './warning-text.ts'

const SYNTAX = /(\w+) at line (\d{1,7}), column \d/
const MOST_TEXT = 300

/** Files that the engine does not use at all, and why. */
export function skippedFiles(warnings: readonly ConfigWarning[]): ReadonlyMap<string, string> {
  const skipped = warnings.filter((warning) => issuesOf(warning).some((issue) => !partOf(issue)))
  return new Map(skipped.map((warning) => [warning.path, reasonOf(warning)]))
}

export function tellWarnings(warnings: readonly ConfigWarning[], looks: FileLooks): ConfigurationWarning[] {
  const told = warnings.map((warning) => tell(warning, looks.get(warning.path)))
  const known = new Set(warnings.map(({ path }) => path))
  // Broken since the engine read it.
  const fresh = [...looks].flatMap(([path, look]): ConfigurationWarning[] =>
    !known.has(path) && look.found === 'file' && look.parsed.problem
      ? [{ path, ...syntax(look.parsed.problem), hint: 'Kilo still has what stood there before.' }]
      : [],
  )
  return [...told, ...fresh]
}

function tell(warning: ConfigWarning, look: FileLook | undefined): ConfigurationWarning {
  const { path } = warning
  const problem = look?.found === 'file' ? look.parsed.problem : undefined
  if (problem) return { path, ...syntax(problem), hint: UNTIL_THEN }
  const parts =
    skippedFiles([warning]).size === 0 ? issuesOf(warning).flatMap((issue) => partOf(issue) ?? []) : []
  const [part] = parts
  if (part) {
    const line = look && lineOf(look, part.place)
    const message = cut(parts.map((each) => each.message).join('. '))
    return { path, message, ...(line !== undefined && { line }), hint: part.hint }
  }
  const line = Number(SYNTAX.exec(warning.detail ?? '')?.[2])
  return {
    path,
    message: reasonOf(warning),
    ...(line > 0 && { line }),
    hint: /environment references/.test(warning.message)
      ? 'Move it to a global file: a project’s may not read the environment. Until then nothing of this file is used.'
      : UNTIL_THEN,
  }
}

const UNTIL_THEN = 'Until that is mended nothing of this file is used.'

const syntax = ({ line, message }: { line: number; message: string }) => ({
  line,
  message: `Not valid JSON: ${message}`,
})

/** Without the file's text, and without values: one of them may be a key in the wrong place. */
function reasonOf(warning: ConfigWarning): string {
  const [first = ''] = issuesOf(warning)
  if (SYNTAX.test(warning.detail ?? '') || /not valid JSON/.test(first)) return 'Not valid JSON'
  return cut(withoutValue(first))
}

function issuesOf({ path, message, detail }: ConfigWarning): string[] {
  const said = detail === undefined || detail.includes('--- JSONC') ? message : detail
  const prefix = `Configuration is invalid at ${path}: `
  const text = said.startsWith(prefix) ? said.slice(prefix.length) : said
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Of the first value that stands there. */
function lineOf(look: FileLook, place: readonly string[]): number | undefined {
  if (look.found !== 'file') return undefined
  return look.parsed.values.find(({ path }) => place.every((name, at) => path[at] === name))?.line
}

const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text)
