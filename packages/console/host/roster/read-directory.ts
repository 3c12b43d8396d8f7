/** What an engine says of one folder. Every list is checked and bounded; what does not fit is counted. */
import type { PermissionRequest, QuestionRequest } from '@kilocode/sdk/v2/client'
import { inDirectory } from '@kilo-console/daemon'
import { id, type Schema } from '@kilo-console/engine/edge/bounds'
import { fitting, fittingEntries, fittingOnes, type Dropped } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { permission, question, suggestion } from '@kilo-console/engine/edge/requests'
import { status } from '@kilo-console/engine/edge/session'
import { terminal } from '@kilo-console/engine/edge/terminal'
import type { DirectoryRead } from '../../shared/roster/change.ts'
import { isOptional } from '../../shared/roster/roster.ts'
import { asQuestion } from '../../shared/roster/suggestion.ts'
import type { Target } from '../http/proxy.ts'
import { makeByteBudget } from '../servers/byte-budget.ts'
import { readEngine } from '../servers/read-engine.ts'

export interface Reader {
  list<T>(path: string, schema: Schema<T>): Promise<T[]>
  /** Undefined: it is not what it should be. */
  one<T>(path: string, schema: Schema<T>): Promise<T | undefined>
  byId<T>(path: string, schema: Schema<T>): Promise<Record<string, T>>
}

/** All that is read for one roster shares one budget: forty folders would be forty times three answers otherwise. */
export function readerOf(target: Target, dropped: Dropped): Reader {
  const budget = makeByteBudget(hostLimits.readBytes)
  const most = hostLimits.items
  return {
    list: async (path, schema) => fittingOnes(schema, await readEngine(target, path, budget), most, dropped),
    one: async (path, schema) => fitting(schema, await readEngine(target, path, budget)),
    byId: async (path, schema) =>
      fittingEntries(id, schema, await readEngine(target, path, budget), most, dropped),
  }
}

export interface DirectoryQuestion {
  directory: string
  /** A list of terminals costs a second in a folder that the engine has not open. */
  withTerminals: boolean
  /** Nobody waits for it any more, although the engine lists it. */
  isStale: (request: PermissionRequest | QuestionRequest) => boolean
  /** Of these sessions: the engine lists the suggestions of all folders for each. Absent: it makes none. */
  suggestionsOf?: ((sessionId: string) => boolean) | undefined
}

/** Rejects when one of the lists cannot be read. */
export async function readDirectory(
  reader: Reader,
  { directory, withTerminals, isStale, suggestionsOf }: DirectoryQuestion,
): Promise<DirectoryRead> {
  const at = (path: string) => inDirectory(path, directory)
  const placed = <T>(list: T[]) => list.map((one) => ({ ...one, directory }))
  const [states, permissions, questions, suggestions, terminals] = await Promise.all([
    reader.byId(at('/session/status'), status),
    reader.list(at('/permission'), permission),
    reader.list(at('/question'), question),
    suggestionsOf ? reader.list(at('/suggestion'), suggestion) : [],
    withTerminals ? reader.list(at('/pty'), terminal) : null,
  ])
  const activity = Object.fromEntries(Object.entries(states).filter(([, { type }]) => type !== 'idle'))
  const isAwaited = (request: PermissionRequest | QuestionRequest) =>
    isOptional(request) || (request.sessionID in activity && !isStale(request))
  return {
    kind: 'directory',
    directory,
    activity,
    at: Date.now(),
    permissions: placed(permissions.filter(isAwaited)),
    questions: placed([
      ...questions.filter(isAwaited),
      ...suggestions.filter(({ sessionID }) => suggestionsOf?.(sessionID)).map(asQuestion),
    ]),
    terminals: terminals && placed(terminals),
  }
}
