import { request } from 'node:http'
import { pathTo } from '@kilo-console/console/shared/paths'
import { KiloError, ownerOf, provenAgent, type ConsoleState, type Owner } from '@kilo-console/daemon'

const TIMEOUT_MS = 5000
const MAX_BYTES = 4096

/** Asks the console host for a one-time ticket and puts it behind the `#`, where no server and no log sees it. */
export async function requestTicket(host: ConsoleState): Promise<string> {
  const answer = await post(`${host.url}/${pathTo('newTicket')}`, host.controlToken, ownerOf(host))
  const ticket = answer.status === 200 || answer.status === 201 ? parseTicket(answer.body) : undefined
  if (!ticket) {
    throw new KiloError(
      'no-ticket',
      `the console host on port ${host.port} gave no ticket (status ${answer.status})`,
      'kilo console stop, then kilo console',
    )
  }
  return `${host.url}${host.base ?? '/'}#ticket=${encodeURIComponent(ticket)}`
}

function parseTicket(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || !('ticket' in parsed)) return undefined
    return typeof parsed.ticket === 'string' && parsed.ticket !== '' ? parsed.ticket : undefined
  } catch {
    return undefined
  }
}

/** To the recorded host alone. */
function post(url: string, token: string, owner: Owner): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-length': 0 }
    const outgoing = request(
      url,
      { method: 'POST', agent: provenAgent(owner), headers, signal: AbortSignal.timeout(TIMEOUT_MS) },
      (incoming) => {
        let body = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => {
          body += chunk
          if (body.length > MAX_BYTES) incoming.destroy(new Error('answer too long'))
        })
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body }))
        incoming.on('error', reject)
      },
    )
    outgoing.on('error', (error) =>
      reject(
        new KiloError(
          'no-ticket',
          `the console host does not answer: ${error.message}`,
          'kilo console stop, then kilo console',
          {},
          error,
        ),
      ),
    )
    outgoing.end()
  })
}
