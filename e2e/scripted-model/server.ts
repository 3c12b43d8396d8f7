/**
 * An OpenAI-compatible server that answers by script: a real provider for the real engine, without a network.
 *
 * `GET /v1/models`, `POST /v1/chat/completions` (streamed and whole). Every request needs the bearer key.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { countTokens, encodeWhole } from './chunks.ts'
import { Gates } from './gates.ts'
import { planTurn } from './plan.ts'
import { playStream } from './play.ts'
import { newestPrompt, parseRequest, type ChatRequest } from './request.ts'
import type { Step } from './step.ts'

export interface SeenRequest {
  prompt: string
  /** The newest message of any role: after a tool call its result. */
  heard: string
  model: string
  steps: Step[]
  /** Events of the answer so far. */
  events: number
  /** `open` while it streams; `aborted` when the client hung up first. */
  state: 'open' | 'done' | 'aborted'
}

export interface ScriptedModel {
  /** To be used as `baseURL`: ends in `/v1`. */
  url: string
  key: string
  /** Every chat request so far, oldest first. */
  requests: SeenRequest[]
  /** Opens the gate `name` once; default `step`, the one of `[script:gated …]`. */
  release(name?: string): void
  /** Forgets what was asked and released: the next test is to find nothing of this one. */
  reset(): void
  close(): Promise<void>
}

export interface ScriptedModelOptions {
  /** 0, the default, takes a free one. */
  port?: number
  /** Milliseconds between two chunks. Default 0: as fast as the engine reads. */
  beatMs?: number
}

const MODELS = ['story', 'sketch'] as const

export async function startScriptedModel(options: ScriptedModelOptions = {}): Promise<ScriptedModel> {
  const key = randomBytes(16).toString('hex')
  const gates = new Gates()
  const requests: SeenRequest[] = []
  const attempts = new Map<string, number>()

  async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const parsed = parseRequest(body)
    const identity = JSON.stringify(parsed)
    const attempt = attempts.get(identity) ?? 0
    attempts.set(identity, attempt + 1)
    const steps = planTurn(parsed, attempt)
    const seen: SeenRequest = {
      prompt: newestPrompt(parsed),
      heard: parsed.messages.at(-1)?.text ?? '',
      model: parsed.model,
      steps,
      events: 0,
      state: 'open',
    }
    requests.push(seen)
    const gone = new AbortController()
    response.on('close', () => {
      seen.state = response.writableFinished ? 'done' : 'aborted'
      gone.abort()
    })
    const id = `chat${requests.length}`
    const stage = {
      id,
      model: parsed.model,
      promptCharacters: body.length,
      response,
      gates,
      gone: gone.signal,
      sent: () => (seen.events += 1),
    }
    await answer(parsed, steps, { ...stage, beatMs: options.beatMs ?? 0 })
  }

  const server = createServer((request, response) => {
    const route = `${request.method} ${request.url}`
    if (!holdsKey(request, key)) return refuse(response, 401, 'Incorrect API key provided')
    if (route === 'GET /v1/models') return reply(response, 200, modelList())
    if (route !== 'POST /v1/chat/completions') return refuse(response, 404, `no route ${route}`)
    chat(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else refuse(response, 400, error instanceof Error ? error.message : String(error))
    })
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/v1`,
    key,
    requests,
    release: (name = 'step') => gates.release(name),
    reset() {
      requests.length = 0
      attempts.clear()
      gates.reset()
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

type Stage = Parameters<typeof playStream>[1]

async function answer(request: ChatRequest, steps: Step[], stage: Stage): Promise<void> {
  const [first] = steps
  if (first?.type === 'error') return refuse(stage.response, first.status, first.message)
  if (request.stream) return playStream(steps, stage)
  const usage = countTokens(stage.promptCharacters, steps)
  stage.response.setHeader('content-type', 'application/json')
  stage.response.end(encodeWhole(stage.id, stage.model, steps, usage))
}

function holdsKey(request: IncomingMessage, key: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${key}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function modelList() {
  return {
    object: 'list',
    data: MODELS.map((id) => ({ id, object: 'model', created: 0, owned_by: 'scripted' })),
  }
}

const ERROR_TYPES: Record<number, string> = {
  401: 'invalid_request_error',
  404: 'invalid_request_error',
  429: 'rate_limit_error',
}

function refuse(response: ServerResponse, status: number, message: string): void {
  reply(response, status, { error: { message, type: ERROR_TYPES[status] ?? 'server_error', code: status } })
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
