import { request } from 'node:http'
import { inDirectory, provenAgent } from '@kilo-console/daemon'
import type { Target } from '../http/proxy.ts'
import { limitInterim } from '../http/interim.ts'
import { EngineRefusal } from './read-engine.ts'

const TIMEOUT_MS = 10_000

/** Ends a session's turn, its subagents' too. Rejects when the engine does not do it. */
export function endTurn(
  { url, authorization, owner }: Target,
  { sessionId, directory }: { sessionId: string; directory: string },
): Promise<void> {
  const path = inDirectory(`/session/${encodeURIComponent(sessionId)}/abort`, directory)
  const headers = { 'content-length': 0, ...(authorization !== undefined && { authorization }) }
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const sent = request(url + path, { method: 'POST', agent: provenAgent(owner), headers, signal })
    sent.once('response', (answer) => {
      const { statusCode = 0 } = answer
      answer.destroy()
      if (statusCode >= 200 && statusCode <= 299) resolve()
      else reject(new EngineRefusal(statusCode))
    })
    sent.on('error', reject)
    limitInterim(sent)
    sent.once('close', () => reject(new Error('the engine gave no answer')))
    sent.end()
  })
}
