/**
 * A pooler as Codex Pooler is one, that answers by the scripts of the scripted model: `GET /v1/models`, `POST /v1/chat/completions` and
 * `POST /v1/responses`, with a bearer key. Everything else it refuses as OpenAI does.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Gates } from '../scripted-model/gates.ts'
import { planTurn } from '../scripted-model/plan.ts'
import { playStream } from '../scripted-model/play.ts'
import { parseRequest } from '../scripted-model/request.ts'
import { readResponsesRequest, responseEvents } from './responses.ts'

interface PoolerRequest {
  /** Below `/v1`: `/responses`. */
  route: string
  body: Record<string, unknown>
}

export interface ScriptedPooler {
  /** To be used as the base URL: ends in `/v1`. */
  url: string
  key: string
  /** Every request for an answer so far, oldest first. */
  requests: PoolerRequest[]
  close(): Promise<void>
}

const MODELS = ['gpt-5.6-luna', 'gpt-5.6-sol', 'gpt-5.6-terra']
/** Of what it passes on, 95%. */
const CONTEXT = 828_400

export async function startScriptedPooler(): Promise<ScriptedPooler> {
  const key = `pool-${randomBytes(16).toString('hex')}`
  const requests: PoolerRequest[] = []

  async function answer(route: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const parsed: unknown = JSON.parse(body)
    requests.push({ route, body: parsed as Record<string, unknown> })
    const id = `pool${requests.length}`
    if (route === '/responses') {
      const asked = readResponsesRequest(parsed)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(responseEvents(id, asked.model, planTurn(asked)))
      return
    }
    const asked = parseRequest(body)
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    await playStream(planTurn(asked), {
      id,
      model: asked.model,
      promptCharacters: body.length,
      response,
      gates: new Gates(),
      gone: gone.signal,
      sent: () => undefined,
      beatMs: 0,
    })
  }

  const server = createServer((request, response) => {
    const { method, url = '' } = request
    const route = url.replace(/^\/v1(?=\/)/, '')
    const isAnswer = method === 'POST' && ['/v1/responses', '/v1/chat/completions'].includes(url)
    if (method !== 'GET' || url !== '/v1/models')
      if (!isAnswer) return refuse(response, 404, `${method} ${url} is not supported`, 'unsupported_endpoint')
    if (request.headers.authorization !== `Bearer ${key}`)
      return refuse(response, 401, 'Invalid API key', 'invalid_api_key')
    if (!isAnswer) return reply(response, 200, modelList())
    answer(route, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else refuse(response, 400, error instanceof Error ? error.message : String(error), 'invalid_request')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    key,
    requests,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const modelList = () => ({
  object: 'list',
  data: MODELS.map((id) => ({ id, object: 'model', created: 0, owned_by: 'pool', context_length: CONTEXT })),
})

function refuse(response: ServerResponse, status: number, message: string, code: string): void {
  reply(response, status, { error: { message, type: 'invalid_request_error', param: null, code } })
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
