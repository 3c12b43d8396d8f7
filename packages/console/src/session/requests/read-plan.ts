import type { Part } from '@kilocode/sdk/v2/client'
import { readFile } from '../../sdk/file-view.ts'
import { messagePage } from '../../sdk/message-page.ts'
import type { Transcript } from '../../store/types.ts'
import { placeIn } from '../files/file-place.ts'
import { viewOf, type FileView } from '../files/file-view.ts'
import { planFileOf } from '../hand-over/plan-file.ts'

export interface Plan {
  file: string
  view: FileView
}

/** The turn that made it has just ended: it is named in the newest messages. */
const NEWEST = 10

const partsIn = ({ messages, parts }: Pick<Transcript, 'messages' | 'parts'>): Part[] =>
  messages.flatMap(({ id }) => parts[id] ?? [])

/** The plan of a session, by its transcript where that is open; undefined where no call names a file. */
export async function readPlan(
  { serverId, sessionId, directory }: { serverId: string; sessionId: string; directory: string },
  transcript: Pick<Transcript, 'messages' | 'parts'> | undefined,
): Promise<Plan | undefined> {
  const known = transcript && planFileOf(partsIn(transcript))
  const file = known ?? planFileOf((await newestOf({ serverId, sessionId })).flatMap(({ parts }) => parts))
  if (file === undefined) return undefined
  const place = placeIn(directory, file)
  if (place === undefined) return { file, view: { kind: 'outside' } }
  return { file: place, view: viewOf(await readFile(serverId, directory, place)) }
}

const newestOf = async (ref: { serverId: string; sessionId: string }) =>
  (await messagePage(ref, NEWEST)).messages
