import { get, type Agent, type IncomingMessage } from 'node:http'
import { provenAgent } from '@kilo-console/daemon'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { hostLimits, jsonLimits } from '@kilo-console/engine/edge/limits'
import { tellsConfig } from '@kilo-console/engine/secrets/routes'
import { keptAgents } from '../http/agents.ts'
import { isCursor } from '../http/answer.ts'
import { limitInterim } from '../http/interim.ts'
import type { Target } from '../http/proxy.ts'
import { readBytes } from '../http/read-bytes.ts'
import type { Secrets } from '../http/secrets.ts'
import { AnswerError } from './answer-error.ts'
import { makeByteBudget, type ByteBudget } from './byte-budget.ts'

/** Engines read a directory for the first time in up to a second. */
const TIMEOUT_MS = 10_000

/** For what a person looks at and waits for: on a machine that is busy the engine's first look into a directory takes longer. */
export const PATIENT_MS = 30_000

/** The engine answered, and it was no 2xx. */
export class EngineRefusal extends AnswerError {
  readonly status: number

  constructor(status: number) {
    super(`the engine answered ${status}`)
    this.status = status
  }
}

/**
 * GETs JSON from an engine with its credential, bounded in time and bytes (faults.md 24), its own and those of `all` answers together. Rejects with
 * `AnswerError` for everything but JSON with a 2xx, an `EngineRefusal` where it has another status. What it is, the caller checks.
 */
export async function readEngine(
  target: Target,
  path: string,
  all?: ByteBudget,
  waitMs?: number,
): Promise<unknown> {
  return (await readEnginePage(target, path, all, waitMs)).value
}

export interface EnginePage {
  value: unknown
  /** Where the page before this one begins, of a list that comes in pages; null at its beginning. */
  older: string | null
}

/** How much one answer may be. */
export interface AnswerLimits {
  bytes: number
  values: number
}

const USUAL: AnswerLimits = { bytes: hostLimits.answerBytes, values: jsonLimits.hostValues }

/** The same, for one page of a list. */
export async function readEnginePage(
  target: Target,
  path: string,
  all?: ByteBudget,
  waitMs = TIMEOUT_MS,
  most = USUAL,
): Promise<EnginePage> {
  const answer = await ask(target, path, waitMs)
  const { statusCode = 0 } = answer
  if (statusCode < 200 || statusCode > 299) {
    answer.destroy()
    throw new EngineRefusal(statusCode)
  }
  const { secrets } = target
  const isConfig = tellsConfig(path.split('?', 1)[0] ?? '')
  const value = await readJson(answer, all, most, isConfig ? undefined : secrets)
  // Whoever reads it here takes what is harmless, and compares it with files: it comes whole, and what is secret in it is known from now on.
  if (isConfig) secrets?.redact(value)
  return { value, older: olderOf(answer) }
}

/** What an answer says, whatever its status, without what is known to be secret. Rejects with `AnswerError` where that is no JSON, or too much. */
export async function readJson(
  answer: IncomingMessage,
  all?: ByteBudget,
  most = USUAL,
  secrets?: Secrets,
): Promise<unknown> {
  const own = makeByteBudget(most.bytes)
  const bytes = await readBytes(answer, (length) => {
    own.take(length)
    all?.take(length)
  })
  const value = parse(bytes.toString('utf8'), most.values)
  return secrets ? secrets.maskTexts(value) : value
}

/** As far as it is one: it goes to the page, and comes back in a query. */
function olderOf({ headers }: IncomingMessage): string | null {
  const cursor = headers['x-next-cursor']
  return typeof cursor === 'string' && isCursor(cursor) ? cursor : null
}

function parse(text: string, values: number): unknown {
  try {
    return parseBounded(text, values)
  } catch (error) {
    throw new AnswerError('the engine answered no JSON that can be read', { cause: error })
  }
}

/** To prove who listens takes longer than most answers: the questions of one opening need no four connections. */
const agents = keptAgents()

/** An engine closes connections that rest, just when the next question sets out: it has not been read, and sets out anew. */
class RestedTooLong extends Error {}

/** Both tries together wait so long: `waitMs`. */
async function ask(target: Target, path: string, waitMs: number): Promise<IncomingMessage> {
  const signal = AbortSignal.timeout(waitMs)
  try {
    return await askBy(agents.of(target.owner), target, path, signal)
  } catch (error) {
    if (!(error instanceof RestedTooLong)) throw error
    return askBy(provenAgent(target.owner), target, path, signal)
  }
}

function askBy(
  agent: Agent,
  { url, authorization }: Target,
  path: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = authorization === undefined ? {} : { authorization }
  return new Promise((resolve, reject) => {
    const request = get(url + path, { agent, headers, signal }, resolve)
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      reject(isStale ? new RestedTooLong() : error)
    })
    limitInterim(request)
    // However it ends: a 101 that nobody asked for is neither answer nor error to Node, and who waits for it would wait for ever.
    request.once('close', () => reject(new Error('the engine gave no answer')))
  })
}
