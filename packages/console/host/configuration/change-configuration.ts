/** One setting, written into its file by the engine: comments stay, and what is broken or was changed meanwhile is left alone. */
import { fitting } from '@kilo-console/engine/edge/check'
import { configConflict, configRefusal } from '@kilo-console/engine/edge/configuration'
import type { ConfigurationChange, ConfigurationSaved } from '../../shared/configuration.ts'
import { fieldName } from '../../shared/configuration.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { valueAt } from './leaves.ts'
import { meantPath } from './meant-path.ts'
import { checkPlace, pathIn } from './place.ts'
import { withoutContent } from './read-configuration.ts'
import { sendChange } from './send-change.ts'
import { shownPath } from './shown-path.ts'
import { shownValue } from './shown-value.ts'
import { withoutValue } from './warning-text.ts'

const MOST_TEXT = 10_000
const MOST_PATH = 4096

/** Throws 400 `bad-place`, `bad-change` or `config-refused`, 502 `server-unreachable`. Of a conflict it answers what stands in the file now. */
export async function changeConfiguration(
  target: Target,
  directory: string,
  body: Record<string, unknown>,
): Promise<ConfigurationSaved> {
  const change = changeOf(body)
  const { scope, value, expected } = change
  checkPlace(scope, directory)
  const { path, written } = await meantPath(target, directory, change)
  const asked = {
    scope,
    expected,
    ...(value === undefined ? { unset: [written] } : { set: nested(path, value) }),
  }
  // It reads the folder's files after it has written, and answers 400 where one of a project is broken that is none of this.
  const where = pathIn('/config/overlay', scope === 'global' ? '' : directory)
  const answer = await sendChange(target, where, asked).catch(notKnown)
  // What the engine answers beside that may be of any shape.
  return answer.status >= 200 && answer.status <= 299 ? { status: 'saved' } : refusalOf(change, path, answer)
}

function notKnown(error: unknown): never {
  throw new HttpProblem(
    502,
    'server-unreachable',
    `Whether this was saved is not known: ${error instanceof Error ? error.message : String(error)}.`,
    'kilo daemon status',
  )
}

function refusalOf(
  { expected }: ConfigurationChange,
  path: readonly string[],
  answer: { status: number; value: unknown },
): ConfigurationSaved {
  const conflict = answer.status === 409 ? fitting(configConflict, answer.value) : undefined
  if (!conflict) throw problemOf(answer, expected.path)
  const theirs = valueAt(conflict.target.raw, path)
  return {
    status: 'conflict',
    target: withoutContent(conflict.target),
    ...(theirs !== undefined && { theirs: shownValue(path, theirs) }),
  }
}

/** The engine's own words may hold the whole file. */
function problemOf({ status, value }: { status: number; value: unknown }, own: string): HttpProblem {
  const refusal = fitting(configRefusal, value)
  const [issue] = refusal?.data.issues ?? []
  if (issue) {
    const place = issue.path.length > 0 ? `${fieldName(shownPath(issue.path))}: ` : ''
    return new HttpProblem(400, 'config-refused', `${place}${withoutValue(issue.message)}.`)
  }
  if (refusal?.name === 'ConfigJsonError') {
    const file = refusal.data.path ?? 'The file'
    const end = file === own ? 'It was left as it is' : 'Whether this was saved is not known'
    return new HttpProblem(400, 'config-refused', `${file} is no valid JSON. ${end}.`)
  }
  const what = status >= 500 ? 'Whether this was saved is not known' : 'The setting could not be saved'
  return new HttpProblem(502, 'server-unreachable', `${what}: the engine answered ${status}.`)
}

function nested(path: readonly string[], value: unknown): object {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object
}

/** As a page should send it. Throws 400 `bad-change`. */
export function changeOf({ scope, path, value, expected }: Record<string, unknown>): ConfigurationChange {
  const { path: file, revision } = (expected ?? {}) as Record<string, unknown>
  const isPlace = scope === 'global' || scope === 'project'
  const isFile = isText(file, MOST_PATH) && isText(revision, 512)
  if (!isPlace || !isFile || !isSettingPath(path) || !isSimple(value))
    throw new HttpProblem(400, 'bad-change', 'This is no change of a setting.')
  return { scope, path, expected: { path: file, revision }, ...(value !== undefined && { value }) }
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most

const isSettingPath = (path: unknown): path is string[] =>
  Array.isArray(path) &&
  path.length > 0 &&
  path.length <= 12 &&
  path.every((name) => isText(name, 512) && name !== '__proto__')

const isSimple = (value: unknown): value is string | number | boolean | undefined =>
  value === undefined ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.length <= MOST_TEXT)
