import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { engine, unwrap } from './engine.ts'

/** A file's change as the engine tells it when asked for that file alone: its patch whole, and the text of both sides where it can read them. */
export interface WholeDiff extends Partial<SnapshotFileDiff> {
  before?: string
  after?: string
}

/** Undefined where the session did not change the file. The client does not know these two parameters of the engine (engine.md). */
export async function wholeDiff(
  { serverId, sessionId, directory }: { serverId: string; sessionId: string; directory: string },
  file: string,
): Promise<WholeDiff | undefined> {
  const asked = { sessionID: sessionId, directory, $query_file: file, $query_full: 'true' }
  const answer: WholeDiff[] = await unwrap(engine(serverId).session.diff(asked))
  return answer[0]
}
