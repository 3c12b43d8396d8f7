import { engineKindOf, NETWORK_PATH, type EngineKind } from '@kilo-console/engine/capabilities'
import type { Target } from '../http/proxy.ts'
import { AnswerError } from './answer-error.ts'
import type { ServerView } from './daemon-control.ts'
import { EngineRefusal, readEngine } from './read-engine.ts'

/**
 * Gives a function that says of a server that is healthy what it can do. It is asked once, as long as it stays that and the same; one that does not answer
 * is asked at the next look.
 */
export function makeEngineKinds(): (view: ServerView) => Promise<ServerView> {
  const known = new Map<string, { of: string; engine: EngineKind }>()
  return async (view) => {
    const { info, target } = view
    const { id, pid, startedAt, version } = info
    if (info.health !== 'healthy' || !target) {
      known.delete(id)
      return view
    }
    const run = `${pid} ${startedAt} ${version}`
    const before = known.get(id)
    const engine = before?.of === run ? before.engine : await find(version, target)
    if (!engine) return view
    known.set(id, { of: run, engine })
    return { info: { ...info, engine }, target }
  }
}

async function find(version: string | null, target: Target): Promise<EngineKind | undefined> {
  try {
    return engineKindOf({ version, network: await readJson(target, NETWORK_PATH) })
  } catch {
    return undefined
  }
}

/** Undefined for an answer that is none. Rejects without an answer. */
async function readJson(target: Target, path: string): Promise<unknown> {
  return readEngine(target, path).catch((error: unknown) => {
    const isFailing = error instanceof EngineRefusal && error.status >= 500
    if (error instanceof AnswerError && !isFailing) return undefined
    throw error
  })
}
