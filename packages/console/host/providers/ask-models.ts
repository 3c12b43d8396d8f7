/** Asks a provider for its models, at an address that somebody has typed: bounded in time and bytes, and nowhere else. */
import { request as askPlain, type IncomingMessage } from 'node:http'
import { request as askSecure } from 'node:https'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { jsonLimits } from '@kilo-console/engine/edge/limits'
import type { Problem } from '../../shared/api.ts'
import type { FoundModels } from '../../shared/providers.ts'
import { limitInterim } from '../http/interim.ts'
import { noMoreThan, readBytes } from '../http/read-bytes.ts'
import { answerProblem, connectionProblem, strangeAnswer } from './ask-problem.ts'
import { foundModels } from './found-models.ts'

const TIMEOUT_MS = 15_000
/** A catalogue of a thousand models with their descriptions has half a megabyte. */
const MOST_BYTES = 4 * 1024 * 1024

/** Never rejects: what went wrong is told in words, and what the other side said of it stays here. */
export async function askModels(
  base: URL,
  key: string | undefined,
  waitMs = TIMEOUT_MS,
): Promise<FoundModels> {
  const url = new URL(base)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/models`
  try {
    const answer = await ask(url, key, AbortSignal.timeout(waitMs))
    const problem = answerProblem(answer.statusCode ?? 0, answer.headers.location, url)
    if (problem) {
      answer.destroy()
      return { problem }
    }
    return await readModels(answer)
  } catch (error) {
    return { problem: connectionProblem(error, url) }
  }
}

async function readModels(answer: IncomingMessage): Promise<FoundModels> {
  const tooMuch = () => Object.assign(new Error('too much'), { code: 'TOO_MUCH' })
  const bytes = await readBytes(answer, noMoreThan(MOST_BYTES, tooMuch))
  return foundModels(parse(bytes.toString('utf8'))) ?? { problem: NO_LIST }
}

const NO_LIST: Problem = strangeAnswer('has answered, but not with a list of models')

function parse(text: string): unknown {
  try {
    return parseBounded(text, jsonLimits.hostValues)
  } catch {
    return undefined
  }
}

function ask(url: URL, key: string | undefined, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = {
    accept: 'application/json',
    'user-agent': 'kilo-console',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  }
  return new Promise((resolve, reject) => {
    const make = url.protocol === 'https:' ? askSecure : askPlain
    const request = make(url, { headers, signal, agent: false }, resolve)
    request.on('error', reject)
    limitInterim(request)
    request.once('close', () => reject(new Error('no answer')))
    request.end()
  })
}
