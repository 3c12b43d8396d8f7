/**
 * What a view of one session needs, read beside the engine in one go: for a page that is opened by its link each request less is a round trip less,
 * and it comes while the page's code is still on its way. Requests and activity are the roster's.
 */
import { answers } from '@kilo-console/engine/edge/answers'
import type { Dropped } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import type { Problem } from '../../shared/api.ts'
import type { SessionOpening } from '../../shared/opening.ts'
import { inTime } from '../http/in-time.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import type { Secrets } from '../http/secrets.ts'
import { makeByteBudget } from './byte-budget.ts'
import { couldNotRead } from './could-not-read.ts'
import { EngineRefusal, PATIENT_MS, readEngine } from './read-engine.ts'
import { readCut } from './read-messages.ts'

/** An opening waits so long for what its folder hides. Milliseconds. */
const FOLDER_MS = 200

/** As it comes from the engine: its place among the events is the caller's. */
type Read = Omit<SessionOpening, 'epoch' | 'seq'>

export interface OpeningSource {
  target: Target
  sessionId: string
  /** How many messages, at most. */
  limit: number
  /** Told of entries that are not what they should be; the others are taken. */
  dropped: Dropped
  /** Why nothing can be done in a folder; absent where folders of this server cannot be looked at. */
  folderProblem?: (path: string) => Promise<Problem | null>
}

/** Throws 404 `session-not-found`, 502 `server-unreachable`. */
export async function readOpening(source: OpeningSource): Promise<Read> {
  try {
    return await read(source)
  } catch (error) {
    // 400: an id that cannot be one.
    if (error instanceof EngineRefusal && (error.status === 404 || error.status === 400))
      throw new HttpProblem(404, 'session-not-found', 'There is no such session on this server.')
    throw couldNotRead('The session', error)
  }
}

/** No directory: the engine opens an instance for every one that is named, and none of these needs it. */
async function read({ target, sessionId, limit, dropped, folderProblem }: OpeningSource): Promise<Read> {
  const budget = makeByteBudget(hostLimits.openingBytes)
  const path = `/session/${encodeURIComponent(sessionId)}`
  const session = readEngine(target, path, budget, PATIENT_MS).then((read) => answers.session(read, dropped))
  const folder = session.then(({ directory }) => folderProblem?.(directory))
  const before = target.secrets?.version
  const learned = session.then(({ directory }) => learn(target.secrets, directory))
  const [known, page, todos, diffs, problem] = await Promise.all([
    session,
    orNull(readCut({ target, sessionId, limit, before: undefined, dropped }, budget), (page) => page),
    orNull(readEngine(target, `${path}/todo`, budget, PATIENT_MS), (list) => answers.todos(list, dropped)),
    orNull(readEngine(target, `${path}/diff`, budget, PATIENT_MS), (list) => answers.diffs(list, dropped)),
    folder.catch(() => undefined),
    learned.catch(() => undefined),
  ])
  const opening = { session: known, page, todos, diffs, ...(problem !== undefined && { folder: problem }) }
  // What the folder’s own configuration told came beside all this, or after it.
  return target.secrets && target.secrets.version !== before
    ? (target.secrets.maskTexts(opening) as Read)
    : opening
}

/** An engine that opens the folder for the first time takes long: then what follows is told without its secrets. */
async function learn(secrets: Secrets | undefined, directory: string): Promise<void> {
  if (secrets) await inTime(secrets.prepare('/session', directory), FOLDER_MS)
}

/** One part that is too large, or that the engine fails to tell, must not keep the session shut. */
function orNull<Read, Checked>(
  reading: Promise<Read>,
  check: (read: Read) => Checked,
): Promise<Checked | null> {
  return reading.then(check).catch(() => null)
}
