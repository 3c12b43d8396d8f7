import { engine, unwrap } from './engine.ts'
import { ProblemError, toProblem } from './problem.ts'

interface Part {
  id: string
  messageID: string
  timeCreated: number
  data: object
}

interface Message {
  id: string
  timeCreated: number
  data: object
  parts: readonly Part[]
}

interface Session {
  sessionId: string
  title: string
  slug: string
  version: string
  timeCreated: number
  timeUpdated: number
  messages: readonly Message[]
}

/** An import that ended half way, and of which what was written is still there. */
export class ImportLeftover extends ProblemError {
  constructor(why: unknown) {
    super({ ...toProblem(why), hint: 'The partly imported session couldn’t be removed: delete it.' })
  }
}

/** Parts that are sent side by side. */
const AT_ONCE = 8

/**
 * Writes a session into an engine, message by message, under ids that nobody has: an engine writes into what has the id that it is told. Never `force`: that
 * would empty a session of the same id. What was begun and failed, or was stopped by `signal`, is removed; where it could not be, it throws
 * `ImportLeftover`.
 */
export async function importSession(
  { serverId, directory }: { serverId: string; directory: string },
  session: Session,
  onProgress: (messages: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = engine(serverId)
  const importing = client.kilocode.sessionImport
  const project = await unwrap(client.project.current({ directory }))
  const { sessionId, messages, ...head } = session
  const made = await unwrap(
    importing.session({
      ...head,
      id: sessionId,
      projectID: project.id,
      query_directory: directory,
      body_directory: directory,
    }),
  )
  if ('skipped' in made && made.skipped) throw new Error('A session of this id is there already.')
  try {
    for (const [index, message] of messages.entries()) {
      signal.throwIfAborted()
      await writeMessage(importing, { directory, sessionID: sessionId }, message)
      onProgress(index + 1)
    }
    signal.throwIfAborted()
  } catch (error) {
    const removing = unwrap(client.session.delete({ sessionID: sessionId, directory }))
    const isGone = await removing.then(
      () => true,
      () => false,
    )
    throw isGone ? error : new ImportLeftover(error)
  }
}

type Importing = ReturnType<typeof engine>['kilocode']['sessionImport']

async function writeMessage(
  importing: Importing,
  place: { directory: string; sessionID: string },
  { parts, id, timeCreated, data }: Message,
): Promise<void> {
  await unwrap(importing.message({ ...place, id, timeCreated, data: data as never }))
  const write = (part: Part) => unwrap(importing.part({ ...part, ...place, data: part.data as never }))
  for (let at = 0; at < parts.length; at += AT_ONCE)
    await Promise.all(parts.slice(at, at + AT_ONCE).map(write))
}
