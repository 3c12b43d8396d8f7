import { request, type IncomingMessage } from 'node:http'
import { provenAgent } from '@kilo-console/daemon'
import { limitInterim } from '../http/interim.ts'
import type { Target } from '../http/proxy.ts'
import { EngineRefusal, readJson } from '../servers/read-engine.ts'

/** The engine ends what runs in the folder before it answers. */
const TIMEOUT_MS = 60_000

/** What the engine says to a change, whatever it is. Rejects when it says nothing, or no JSON. */
export async function sendChange(
  target: Target,
  path: string,
  change: object,
): Promise<{ status: number; value: unknown }> {
  // What was hidden may come back; what is new may be told in an error at once.
  const whole = target.secrets?.restore(change) ?? change
  target.secrets?.redact(whole)
  const answer = await send(target, 'PATCH', path, Buffer.from(JSON.stringify(whole)))
  return { status: answer.statusCode ?? 0, value: await readJson(answer) }
}

/** Puts away what the engine keeps of a folder, or of all: it reads the files anew when it is asked next. Rejects where it doesn't. */
export async function putAway(
  target: Target,
  path: '/global/dispose' | `/instance/dispose?${string}`,
): Promise<void> {
  const answer = await send(target, 'POST', path, Buffer.from('{}'))
  answer.destroy()
  const { statusCode = 0 } = answer
  if (statusCode < 200 || statusCode > 299) throw new EngineRefusal(statusCode)
}

function send(
  { url, authorization, owner }: Target,
  method: 'PATCH' | 'POST',
  path: string,
  body: Buffer,
): Promise<IncomingMessage> {
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    ...(authorization !== undefined && { authorization }),
  }
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const sent = request(url + path, { method, agent: provenAgent(owner), headers, signal }, resolve)
    sent.on('error', reject)
    limitInterim(sent)
    sent.once('close', () => reject(new Error('the engine gave no answer')))
    sent.end(body)
  })
}
