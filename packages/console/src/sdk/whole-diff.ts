import type { WholeDiff } from '@kilo-console/engine/edge/changes'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'

/** Undefined where the session, or the turn of `messageID`, did not change the file. The client does not know these two parameters of the engine (engine.md). */
export async function wholeDiff(
  { serverId, sessionId, directory }: { serverId: string; sessionId: string; directory: string },
  file: string,
  messageID?: string,
): Promise<WholeDiff | undefined> {
  const asked = {
    sessionID: sessionId,
    directory,
    $query_file: file,
    $query_full: 'true',
    ...(messageID && { messageID }),
  }
  const [diff] = await readAnswer(serverId, 'wholeDiffs', engine(serverId).session.diff(asked))
  return diff
}
