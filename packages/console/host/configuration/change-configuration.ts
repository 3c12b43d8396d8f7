/** Settings, written into their file by the engine, all or none: comments stay, and what is broken or was changed meanwhile is left alone. */
import { fitting } from '@kilo-console/engine/edge/check'
import { configConflict, configRefusal } from '@kilo-console/engine/edge/configuration'
import type { ConfigurationChange, ConfigurationSaved } from '../../shared/configuration.ts'
import { fieldName } from '../../shared/configuration.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { valueAt } from './leaves.ts'
import { askedChange, setAndUnset, type MeantChange } from './asked-change.ts'
import { meantPaths } from './meant-path.ts'
import { checkPlace, pathIn } from './place.ts'
import { withoutContent } from './read-configuration.ts'
import { sendChange } from './send-change.ts'
import { shownPath } from './shown-path.ts'
import { shownValue } from './shown-value.ts'
import { withoutValue } from './warning-text.ts'

/** Throws 400 `bad-place`, `bad-change` or `config-refused`, 502 `server-unreachable`. Of a conflict it answers what stands in the file now. */
export async function changeConfiguration(
  target: Target,
  directory: string,
  body: Record<string, unknown>,
): Promise<ConfigurationSaved> {
  const change = askedChange(body)
  const { scope, expected } = change
  checkPlace(scope, directory)
  const meant = await meantPaths(target, directory, change)
  const asked = { scope, expected, ...setAndUnset(meant) }
  // It reads the folder's files after it has written, and answers 400 where one of a project is broken that is none of this.
  const where = pathIn('/config/overlay', scope === 'global' ? '' : directory)
  const answer = await sendChange(target, where, asked).catch(notKnown)
  // What the engine answers beside that may be of any shape.
  return answer.status >= 200 && answer.status <= 299 ? { status: 'saved' } : refusalOf(change, meant, answer)
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
  [first, ...more]: readonly MeantChange[],
  answer: { status: number; value: unknown },
): ConfigurationSaved {
  const conflict = answer.status === 409 ? fitting(configConflict, answer.value) : undefined
  if (!conflict) throw problemOf(answer, expected.path)
  const theirs = first && more.length === 0 ? valueAt(conflict.target.raw, first.path) : undefined
  return {
    status: 'conflict',
    target: withoutContent(conflict.target),
    ...(first && theirs !== undefined && { theirs: shownValue(first.path, theirs) }),
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
