import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { askModels } from './ask-models.ts'
import { connectionProblem } from './ask-problem.ts'
import { findModels } from './find-models.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

type Answer = Parameters<typeof startLoopback>[0]

async function serverThat(answer: Answer): Promise<Loopback> {
  const server = await startLoopback(answer)
  servers.push(server)
  return server
}

const LIST = {
  object: 'list',
  data: [
    { id: 'b', context_length: 1000, max_output_tokens: 10 },
    { id: 'a', name: 'Ay', max_model_len: 0.5 },
    { id: 'c', top_provider: { max_completion_tokens: 7 }, context_window: 20 },
    { name: 'no id' },
  ],
}

test('models are asked for below the address, with the key, and told with what is known of them', async () => {
  const seen: (string | undefined)[] = []
  const { url } = await serverThat((req, res) => {
    seen.push(req.url, req.headers.authorization)
    res.end(JSON.stringify(LIST))
  })
  expect(await askModels(new URL(`${url}/api/v1/`), 'sk-1')).toEqual({
    models: [
      { id: 'a', name: 'Ay' },
      { id: 'b', context: 1000, output: 10 },
      { id: 'c', context: 20, output: 7 },
    ],
    more: false,
  })
  await askModels(new URL(url), undefined)
  expect(seen).toEqual(['/api/v1/models', 'Bearer sk-1', '/models', undefined])
})

test.each<[string, Answer, string]>([
  ['key', (_, res) => res.writeHead(401).end('sk-1 is wrong'), 'does not take this key (401)'],
  ['path', (_, res) => res.writeHead(404).end(), 'has nothing at /v1/models (404)'],
  ['limited', (_, res) => res.writeHead(429).end(), 'too many requests'],
  ['failed', (_, res) => res.writeHead(500).end(), 'has answered 500'],
  ['strange', (_, res) => res.end('<html>'), 'not with a list of models'],
  ['strange', (_, res) => res.end('{"data":{}}'), 'not with a list of models'],
  ['strange', (_, res) => res.end(Buffer.alloc(5 << 20, '[')), 'more than a list of models'],
  ['timeout', () => undefined, 'did not answer in time'],
  ['broken', (req) => req.socket.destroy(), 'broke off'],
])('%s: what went wrong is told in words, and nothing that the server says', async (code, answer, words) => {
  const { url } = await serverThat(answer)
  const found = await askModels(new URL(`${url}/v1`), 'sk-1', code === 'timeout' ? 50 : undefined)
  expect(found).toMatchObject({ problem: { code, message: expect.stringContaining(words) } })
  expect(JSON.stringify(found)).not.toContain('sk-1')
})

test('a redirect is not followed, and the key goes nowhere else', async () => {
  let came = 0
  const other = await serverThat((_, res) => {
    came += 1
    res.end(JSON.stringify(LIST))
  })
  const { url } = await serverThat((_, res) => res.writeHead(302, { location: other.url }).end())
  const found = await askModels(new URL(url), 'sk-1')
  expect(found).toMatchObject({ problem: { code: 'redirect' } })
  expect(JSON.stringify(found)).toContain(new URL(other.url).host)
  expect(came).toBe(0)
})

test('where nobody listens, or speaks no TLS, that is told', async () => {
  const gone = await startLoopback(() => undefined)
  await gone.close()
  expect(await askModels(new URL(gone.url), undefined)).toMatchObject({ problem: { code: 'refused' } })
  const { url } = await serverThat((_, res) => res.end())
  const secure = new URL(url.replace('http:', 'https:'))
  expect(await askModels(secure, undefined)).toMatchObject({ problem: { code: 'tls' } })
})

test.each([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['EHOSTUNREACH', 'unreachable'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
])('%s is a problem of %s', (code, kind) => {
  const error = Object.assign(new Error('x'), { code })
  expect(connectionProblem(error, new URL('https://x.example/v1')).code).toBe(kind)
})

async function finding(providers: unknown[] = []) {
  const asked: (string | undefined)[] = []
  const model = await serverThat((req, res) => {
    asked.push(req.headers.authorization)
    res.end(JSON.stringify(LIST))
  })
  const off = { apiKey: 'sk-off', baseURL: `${model.url}/v1` }
  const engine = await serverThat((req, res) =>
    res.end(
      JSON.stringify(
        req.url === '/config' ? { provider: { off: { options: off } } } : { providers, default: {} },
      ),
    ),
  )
  const find = (key?: unknown, baseURL = model.url) =>
    findModels(
      {
        target: { url: engine.url, owner: {} },
        directory: '',
        environment: new Map([['ACME_KEY', 'sk-env']]),
      },
      { baseURL, ...(key !== undefined && { key }) },
    )
  return { find, asked, model }
}

test('the key is typed, a variable of the daemon, or the one that the engine has for that address', async () => {
  const { find, asked, model } = await finding()
  for (const key of [undefined, { typed: 'sk-typed' }, { variable: 'ACME_KEY' }])
    expect(await find(key)).toHaveProperty('models')
  expect(asked).toEqual([undefined, 'Bearer sk-typed', 'Bearer sk-env'])
  const own = { id: 'acme', options: { apiKey: 'sk-own', baseURL: `${model.url}/v1` } }
  const known = await finding([
    own,
    { id: 'zed', key: 'sk-zed', options: { baseURL: 'https://zed.example' } },
  ])
  expect(await known.find({ of: 'acme' }, model.url)).toHaveProperty('models')
  expect(asked.at(-1)).toBe('Bearer sk-own')
  expect(await known.find({ of: 'off' }, model.url)).toMatchObject({ problem: { code: 'no-key' } })
  for (const id of ['zed', 'toString', '__proto__', 'none'])
    expect(await known.find({ of: id })).toMatchObject({ problem: { code: 'no-key' } })
  expect(known.asked).toEqual([])
  expect(await known.find({ of: 'off' })).toHaveProperty('models')
  expect(known.asked).toEqual(['Bearer sk-off'])
  expect(await find({ variable: 'NONE' })).toMatchObject({ problem: { code: 'no-key' } })
})

test.each([
  ['file:///etc/passwd', undefined],
  ['http://ada:sk-1@x.example/v1', undefined],
  ['x', undefined],
  ['http://127.0.0.1:1', { typed: 'a\r\nb: c' }],
  ['http://127.0.0.1:1', { other: 'x' }],
  ['http://127.0.0.1:1', 'sk-1'],
])('%s is not asked', async (baseURL, key) => {
  const { find } = await finding()
  await expect(find(key, baseURL)).rejects.toMatchObject({ status: 400, code: 'bad-request' })
})
