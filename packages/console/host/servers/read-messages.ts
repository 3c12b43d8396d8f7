import { answers } from '@kilo-console/engine/edge/answers'
import { hostLimits, jsonLimits } from '@kilo-console/engine/edge/limits'
import { cutMessage } from '../../shared/cut-parts.ts'
import type { MessagePage } from '../../shared/opening.ts'
import { isCursor } from '../http/answer.ts'
import { HttpProblem } from '../http/problem.ts'
import { makeByteBudget, type ByteBudget } from './byte-budget.ts'
import { couldNotRead } from './could-not-read.ts'
import { EngineRefusal, PATIENT_MS, readEnginePage } from './read-engine.ts'
import type { OpeningSource } from './read-opening.ts'

export interface MessagesSource extends OpeningSource {
  /** The cursor of the page that is wanted; undefined: the newest. */
  before: string | undefined
}

/** A page of messages, long texts cut. Throws 400 `bad-cursor`, 404 `session-not-found`, 502 `server-unreachable`. */
export async function readMessages(source: MessagesSource): Promise<MessagePage> {
  if (source.before !== undefined && !isCursor(source.before))
    throw new HttpProblem(400, 'bad-cursor', 'This is no place in a list of messages.')
  try {
    return await readCut(source, makeByteBudget(hostLimits.messageBytes))
  } catch (error) {
    if (error instanceof EngineRefusal && (error.status === 404 || error.status === 400))
      throw new HttpProblem(404, 'session-not-found', 'There is no such session on this server.')
    throw couldNotRead('The messages', error)
  }
}

/** As much as the page itself would take: most of it is texts that are cut here. */
const MOST = { bytes: hostLimits.messageBytes, values: jsonLimits.pageValues }

/** The same for whoever reads other things with it. `all`: what may be read together. */
export async function readCut(
  { target, sessionId, limit, before, dropped }: MessagesSource,
  all: ByteBudget,
): Promise<MessagePage> {
  const query = new URLSearchParams({ limit: String(limit), ...(before && { before }) })
  const path = `/session/${encodeURIComponent(sessionId)}/message?${query.toString()}`
  const { value, older } = await readEnginePage(target, path, all, PATIENT_MS, MOST)
  return { messages: answers.messages(value, dropped).map(cutMessage), older }
}
