import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import type { FileContent } from '@kilo-console/engine/edge/files'
import { readAnswer } from './answer.ts'
import { engine, unwrap } from './engine.ts'

/** Lines around each change; the engine tells whole files where none are named. */
const CONTEXT = 3

interface Place {
  serverId: string
  directory: string
}

/** All that a session changed. */
export function sessionDiff({
  serverId,
  sessionId,
  directory,
}: Place & { sessionId: string }): Promise<SnapshotFileDiff[]> {
  return readAnswer(serverId, 'diffs', engine(serverId).session.diff({ sessionID: sessionId, directory }))
}

/** The changes of one turn, by its prompt. */
export function turnDiff(
  { serverId, sessionId, directory }: Place & { sessionId: string },
  messageID: string,
): Promise<SnapshotFileDiff[]> {
  const asked = { sessionID: sessionId, directory, messageID }
  return readAnswer(serverId, 'diffs', engine(serverId).session.diff(asked))
}

/** What is not committed, or what the branch adds to the one that it came from. */
export function vcsDiff({ serverId, directory }: Place, mode: 'git' | 'branch'): Promise<SnapshotFileDiff[]> {
  return readAnswer(serverId, 'diffs', engine(serverId).vcs.diff({ directory, mode, context: CONTEXT }))
}

/** A file as it is now. Of one that is not there the engine says that it is empty. */
export function fileContent({ serverId, directory }: Place, path: string): Promise<FileContent> {
  return readAnswer(serverId, 'fileContent', engine(serverId).file.read({ directory, path }))
}

/** Has the engine apply a patch to the folder, all of it or nothing. Throws `ProblemError`. */
export async function applyPatch({ serverId, directory }: Place, patch: string): Promise<void> {
  await unwrap(engine(serverId).vcs.apply({ directory, patch }))
}

/** A message for the commit of these files, by the engine's own model. */
export async function suggestCommit({ serverId, directory }: Place, files: string[]): Promise<string> {
  const call = engine(serverId).commitMessage.generate({ directory, path: directory, selectedFiles: files })
  return (await readAnswer(serverId, 'commitMessage', call)).message
}
