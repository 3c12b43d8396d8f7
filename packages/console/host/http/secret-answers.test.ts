import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { startLoopback } from '../../test/host/loopback.ts'
import { KnownSecrets } from '../secrets/known-secrets.ts'
import { makeProxy } from './proxy.ts'
import type { Secrets } from './secrets.ts'

const opened: { close(): Promise<unknown> }[] = []
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())))

const KEY = 'sk-1234567890abcdef'

/** A proxy that knows KEY, in front of an engine that answers like this. */
async function front(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const known = new KnownSecrets('salt')
  const mark = known.hide(KEY, true)
  const secrets: Secrets = Object.assign(known, { prepare: () => Promise.resolve() })
  const bodies: string[] = []
  const engine = await startLoopback((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      bodies.push(body)
      answer(req, res)
    })
  })
  const proxy = makeProxy()
  const server = await startLoopback((req, res) => {
    proxy
      .forward(req, res, { url: engine.url, owner: {}, secrets }, req.url ?? '/')
      .catch((error: { status?: number }) => res.writeHead(error.status ?? 500).end())
  })
  opened.push(server, engine)
  return { url: server.url, mark, bodies, known }
}

const json =
  (value: unknown, status = 200) =>
  (_: unknown, res: ServerResponse) =>
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

test.each(['/config', '/config/', '/%63onfig?directory=/a', '/global/config', '/api/provider/p'])(
  'fault 78: configuration is redacted: %s',
  async (path) => {
    const { url } = await front(json({ options: { apiKey: 'unknown' }, name: 'n' }))
    expect(await (await fetch(url + path)).json()).toEqual({
      options: { apiKey: expect.stringMatching(/^\{hidden:/) },
      name: 'n',
    })
  },
)

test('fault 78: any other text goes on without what is known, a piece at a time', async () => {
  const { url, mark } = await front((_, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' })
    res.write(`data: {"type":"${KEY}","text":"${KEY.slice(0, 5)}`)
    setImmediate(() => res.end(`${KEY.slice(5)}"}\n\n`))
  })
  expect(await (await fetch(`${url}/event`)).text()).toBe(`data: {"type":"${KEY}","text":"${mark}"}\n\n`)
})

test('fault 78: a text that is no JSON', async () => {
  const { url, mark } = await front((_, res) => {
    res.writeHead(200, { 'content-type': 'text/plain' })
    res.write(`+ ${KEY.slice(0, 5)}`)
    setImmediate(() => res.end(KEY.slice(5)))
  })
  expect(await (await fetch(`${url}/vcs/diff/raw`)).text()).toBe(`+ ${mark}`)
})

test('fault 78: a text of any size, packed for whoever takes it', async () => {
  const { url, mark } = await front(json({ text: `${'x'.repeat(300_000)}${KEY}` }))
  const answer = await fetch(`${url}/session/s/message`)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await answer.json()).toEqual({ text: `${'x'.repeat(300_000)}${mark}` })
})

test('fault 78: a fault is told without what it quotes, whatever was asked', async () => {
  const { url } = await front(json({ data: { message: '\n--- JSONC Input ---\n"apiKey": "other"' } }, 400))
  const answer = await fetch(`${url}/session`)
  expect([answer.status, await answer.text()]).toEqual([
    400,
    '{"data":{"message":"\\nIt is not valid JSON."}}',
  ])
})

test.each([
  [
    'is no JSON',
    (_: unknown, res: ServerResponse) =>
      res.writeHead(200, { 'content-type': 'application/json' }).end(`{${KEY}`),
  ],
  [
    'is packed though it was not to be',
    (_: unknown, res: ServerResponse) =>
      res
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync('{}')),
  ],
])('fault 78: configuration that %s does not pass', async (_, answer) => {
  const { url } = await front(answer)
  const got = await fetch(`${url}/config`)
  expect(got.status).toBe(502)
  expect(await got.text()).not.toContain(KEY)
})

test('a picture passes as it is', async () => {
  const { url } = await front((_, res) => res.writeHead(200, { 'content-type': 'image/png' }).end(KEY))
  expect(await (await fetch(`${url}/api/fs/read/a.png`)).text()).toBe(KEY)
})

const JSON_TYPE = { 'content-type': 'application/json' }

test('fault 78: what was hidden is put back where it is written, and refused where it is not known', async () => {
  const { url, mark, bodies } = await front(json(true))
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, { method: 'PATCH', body: JSON.stringify(body), headers }).then(({ status }) => status)
  expect(await send('/config/overlay', { set: { a: [`Bearer ${mark}`] } })).toBe(200)
  expect(await send('/config/overlay', { set: { a: '{hidden:000000000000}' } })).toBe(409)
  expect(await send('/vcs/apply', { patch: '{hidden:000000000000}' })).toBe(409)
  expect(await send('/config/overlay', { set: { a: 1 } }, { 'content-encoding': 'gzip' })).toBe(415)
  expect(bodies).toEqual([JSON.stringify({ set: { a: [`Bearer ${KEY}`] } })])
})

test.each([
  '/session/s/prompt_async',
  '/session/s',
  '/permission/p/always-rules',
  '/session/s/message/m/part/p',
])('fault 78: what is said again is what it was, and nobody’s own words are refused: %s', async (path) => {
  const { url, mark, bodies, known } = await front(json(true))
  const quoted = known.hide('a "b" \\ c', false)
  const body = (text: string, other: string) =>
    `{ "n": 12345678901234567890, "n": 1, "é": ["${text}", "${other}"] }`
  const send = (text: string) => fetch(url + path, { method: 'POST', body: text, headers: JSON_TYPE })
  await send(body(mark, `${quoted} {hidden:000000000000}`))
  await send(body('hidden', ''))
  expect(bodies).toEqual([body(KEY, 'a \\"b\\" \\\\ c {hidden:000000000000}'), body('hidden', '')])
  expect(known.isEmpty).toBe(false)
})

test('what a request says teaches nothing, but configuration', async () => {
  const { url, known } = await front(json(true))
  const send = (path: string) =>
    fetch(url + path, { method: 'POST', body: '{"token":"said-in-passing-1"}', headers: JSON_TYPE })
  for (const path of ['/session/s/prompt_async', '/vcs/apply']) await send(path)
  expect(known.mask('said-in-passing-1')).toBe('said-in-passing-1')
  await send('/mcp')
  expect(known.mask('said-in-passing-1')).toMatch(/^\{hidden:/)
})

test('what is too much to be looked through goes on as it comes', async () => {
  const { url, mark, bodies } = await front(json(true))
  const body = JSON.stringify({ text: mark, picture: 'x'.repeat(17 << 20) })
  expect(
    (await fetch(`${url}/session/s/prompt_async`, { method: 'POST', body, headers: JSON_TYPE })).status,
  ).toBe(200)
  expect(bodies[0]?.length).toBe(body.length)
})

test('a mark is one, however its letters are written', async () => {
  const { url, mark, bodies } = await front(json(true))
  const body = `{"a":"\\u007bhi${mark.slice(3)}"}`
  await fetch(`${url}/vcs/apply`, { method: 'POST', body })
  expect(bodies).toEqual([`{"a":"${KEY}"}`])
})

test('what holds no mark is written as it came', async () => {
  const { url, bodies } = await front(json(true))
  const body = '{ "a": 1.0 , "a": 2, "hidden": "\\u0041 {hidden:}" }'
  await fetch(`${url}/auth/p`, { method: 'PUT', body })
  expect(bodies).toEqual([body])
})
