import { once } from 'node:events'
import {
  createServer,
  request,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createSocketServer, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { startRecorder } from './recorder.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function upstream(listener: RequestListener): Promise<URL> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`)
}

async function recorded(address: URL) {
  const recorder = await startRecorder(address)
  ends.push(() => recorder.close())
  return recorder
}

async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const sent = request(url, { method: 'POST', headers, agent: false })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, text: await text(answer) }
}

test('what is sent arrives as it is, what is answered comes back, and both are remembered', async () => {
  const heard: unknown[] = []
  const answerTo = async (req: IncomingMessage, res: ServerResponse) => {
    heard.push([req.url, req.headers.authorization, req.headers.host, await text(req)])
    res.writeHead(201, { 'content-type': 'text/event-stream', 'set-cookie': 'a=b' })
    res.end('data: hi\n\n')
  }
  const address = await upstream((req, res) => void answerTo(req, res))
  const recorder = await recorded(address)
  const answer = await post(`${recorder.url}/chat/completions?a=1`, '{"model":"m","tools":[1]}', {
    authorization: 'Bearer sk-123456',
  })
  expect(answer).toEqual({ status: 201, text: 'data: hi\n\n' })
  expect(heard).toEqual([
    ['/v1/chat/completions?a=1', 'Bearer sk-123456', address.host, '{"model":"m","tools":[1]}'],
  ])
  expect(recorder.exchanges).toEqual([
    {
      hadKey: true,
      sent: expect.objectContaining({ url: `${address.href}/chat/completions?•••`, tools: 1 }) as object,
      result: expect.objectContaining({ kind: 'answered', status: 201, text: 'data: hi\n\n' }) as object,
    },
  ])
  expect([...recorder.keys]).toEqual(['sk-123456'])
})

test('nobody else gets through', async () => {
  const recorder = await recorded(await upstream((_, res) => void res.end()))
  const { origin } = new URL(recorder.url)
  expect(await post(`${origin}/v1/chat/completions`, '{}')).toMatchObject({ status: 404 })
  expect(await post(`${origin}/guessed/v1`, '{}')).toMatchObject({ status: 404 })
  expect(recorder.exchanges).toEqual([])
})

test('nobody who answers is told with the reason, and the engine’s request fails', async () => {
  const address = await upstream(() => undefined)
  await ends.pop()?.()
  const recorder = await recorded(address)
  await expect(post(`${recorder.url}/chat/completions`, '{}')).rejects.toThrow()
  expect(recorder.exchanges[0]?.result).toEqual({ kind: 'unreached', code: 'ECONNREFUSED' })
})

test('an answer that breaks off breaks off here too', async () => {
  const address = await upstream((_, res) => {
    res.writeHead(200, { 'content-length': 100 })
    res.write('begun', () => res.destroy())
  })
  const recorder = await recorded(address)
  await expect(post(`${recorder.url}/chat/completions`, '{}')).rejects.toThrow()
  expect(recorder.exchanges[0]?.result).toMatchObject({ kind: 'answered', status: 200, text: 'begun' })
})

test('ten are enough', async () => {
  const recorder = await recorded(await upstream((_, res) => void res.end('x')))
  for (let i = 0; i < 12; i += 1) await post(`${recorder.url}/models`, '{}')
  expect(recorder.exchanges).toHaveLength(10)
})

test.each(['099 None', '000 None', '999 None'])(
  'a provider that answers %s ends its own check, and no more',
  async (status) => {
    const server = createSocketServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    ends.push(() => new Promise((resolve) => server.close(resolve)))
    const { port } = server.address() as AddressInfo
    const recorder = await recorded(new URL(`http://127.0.0.1:${port}/v1`))
    await expect(post(`${recorder.url}/chat/completions`, '{}')).rejects.toThrow()
    expect(recorder.exchanges[0]?.result).toEqual({ kind: 'unreached', code: 'HPE_INVALID_STATUS' })
  },
)

test('an address that can’t be asked ends its own check, and no more', async () => {
  const recorder = await recorded(new URL('http://%zz:x@127.0.0.1:9/v1'))
  await expect(post(`${recorder.url}/chat/completions`, '{}')).rejects.toThrow()
  expect(recorder.exchanges[0]?.result).toEqual({ kind: 'unreached', code: 'ERR_INVALID_URL' })
})
