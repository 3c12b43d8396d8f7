import { afterEach, expect, test } from 'vitest'
import type { ServerInfo } from '../../shared/api.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { makeEngineKinds } from './engine-kinds.ts'

let server: Loopback
afterEach(() => server.close())

const info = sampleServer({ version: '7.7.7', pid: 1 })
/** What it is found to be. */
const askedWith = (kinds: ReturnType<typeof makeEngineKinds>) => async (given: ServerInfo) =>
  (await kinds({ info: given, target: { url: server.url, owner: {} } })).info.engine

test('a server is asked once, as long as it is the same and well', async () => {
  let asked = 0
  server = await startLoopback((_, res) => {
    asked += 1
    res.end('[]')
  })
  const kindOf = askedWith(makeEngineKinds())
  const kilo = {
    flavour: 'kilo',
    capabilities: [
      'revert',
      'branch',
      'share',
      'import',
      'rules',
      'session-diff',
      'global-always',
      'account',
      'always-rules',
      'suggest',
      'queue',
      'enhance',
      'favourites',
      'model-usage',
      'configuration',
      'mcp',
      'indexing',
      'resume',
      'upkeep',
    ],
  }
  for (let look = 0; look < 3; look += 1) expect(await kindOf(info)).toEqual(kilo)
  expect(asked).toBe(1)
  await kindOf({ ...info, pid: 2 })
  await kindOf({ ...info, pid: 2, version: '7.8.0' })
  expect(await kindOf({ ...info, health: 'unhealthy' })).toBeUndefined()
  await kindOf({ ...info, pid: 2, version: '7.8.0' })
  expect(asked).toBe(4)
})

test.each([
  ['a page', 200, '<!doctype html>'],
  ['an error', 404, '{"error":"Not Found"}'],
  ['what is no JSON', 200, '[['],
])('%s says that it is not Kilo’s', async (_, status, body) => {
  server = await startLoopback((_req, res) => res.writeHead(status).end(body))
  const kind = await askedWith(makeEngineKinds())({ ...info, version: '1.18.33' })
  expect(kind).toEqual({ flavour: 'opencode', capabilities: ['revert', 'branch', 'share', 'mcp'] })
})

test('no answer says nothing: it is asked again', async () => {
  let [isUp, isFailing] = [false, false]
  server = await startLoopback((req, res) => {
    if (isUp) res.end('[]')
    else if (isFailing) res.writeHead(503).end('[]')
    else req.socket.destroy()
  })
  const kindOf = askedWith(makeEngineKinds())
  expect(await kindOf(info)).toBeUndefined()
  isFailing = true
  expect(await kindOf(info)).toBeUndefined()
  isUp = true
  expect(await kindOf(info)).toMatchObject({ flavour: 'kilo' })
})
