/** What an index needs beside the engine, on loopback: who makes numbers of code, and where they are kept. They keep nothing. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const DIMENSION = 8

export interface IndexServices {
  /** Of an OpenAI-compatible API with embeddings. */
  embeddings: string
  qdrant: string
  /** Texts that were sent to be embedded. */
  sent: string[]
  /** Answers to embeddings wait while this is not resolved. */
  hold(): () => void
  close(): Promise<void>
}

export async function startIndexServices(): Promise<IndexServices> {
  const sent: string[] = []
  let gate = Promise.resolve()
  const collections = new Set<string>()
  const embeddings = await listen(async (request) => {
    const { input, encoding_format: format } = JSON.parse(await textOf(request)) as {
      input: string | string[]
      encoding_format?: string
    }
    const texts = [input].flat()
    sent.push(...texts)
    if (texts.length > 1) await gate
    const numbers = new Float32Array(DIMENSION).fill(0.5)
    const embedding = format === 'base64' ? Buffer.from(numbers.buffer).toString('base64') : [...numbers]
    return { data: texts.map((_, index) => ({ object: 'embedding', index, embedding })) }
  })
  const qdrant = await listen(async (request) => {
    await textOf(request)
    return { result: answerOf(request, collections), status: 'ok', time: 0 }
  })
  return {
    embeddings: `${urlOf(embeddings)}/v1`,
    qdrant: urlOf(qdrant),
    sent,
    hold() {
      let release = (): void => undefined
      gate = new Promise((resolve) => (release = resolve))
      return () => release()
    },
    async close() {
      await Promise.all([embeddings, qdrant].map(end))
    },
  }
}

/** Undefined: there is no such collection. */
function answerOf({ method, url = '/' }: IncomingMessage, collections: Set<string>): unknown {
  const [, , name = '', ...rest] = new URL(url, 'http://qdrant').pathname.split('/')
  if (name === '') return { collections: [] }
  if (rest.length > 0)
    return rest.at(-1) === 'scroll' ? { points: [] } : { operation_id: 1, status: 'completed' }
  if (method === 'PUT') return collections.add(name) && true
  if (!collections.has(name)) return undefined
  const params = { vectors: { size: DIMENSION, distance: 'Cosine' } }
  return { status: 'green', points_count: 0, config: { params }, payload_schema: {} }
}

async function listen(answer: (request: IncomingMessage) => Promise<object>): Promise<Server> {
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await answer(request)
    const isMissing = 'result' in body && body.result === undefined
    response.writeHead(isMissing ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isMissing ? { status: { error: 'Not found' } } : body))
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request.setEncoding('utf8')) text += piece as string
  return text
}

function end(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
