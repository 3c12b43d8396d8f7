import type { WholeDiff } from '@kilo-console/engine/edge/changes'
import { wholeDiff } from '../../sdk/whole-diff.ts'
import type { ChangedFile } from './changed-file.ts'

/** Whether the engine keeps both sides of these changes: it does of a session and its turns. */
export const isOfSession = ({ place }: ChangedFile): boolean =>
  place.source.kind === 'session' || place.source.kind === 'turn'

/** Both sides of the file, of what is looked at and nothing else. Undefined: the engine does not know them. */
export async function wholeOf(file: ChangedFile): Promise<WholeDiff | undefined> {
  if (!isOfSession(file)) return undefined
  const { place, path } = file
  return wholeDiff(place, path, place.source.kind === 'turn' ? place.source.messageID : undefined)
}
