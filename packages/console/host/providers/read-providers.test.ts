import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { readModels, readProviders } from './read-providers.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const kinds = { text: true, image: true, audio: false }
const model = {
  id: 'm',
  name: 'M',
  api: { id: 'm', url: 'https://x.example/v1', npm: '@ai-sdk/openai' },
  capabilities: {
    temperature: false,
    reasoning: true,
    attachment: true,
    toolcall: true,
    input: kinds,
    output: { text: true },
  },
  cost: { input: 1, output: 2, cache: { read: 0.5, write: 0 } },
  limit: { context: 100, input: 90, output: 10 },
  status: 'beta',
  options: { secretThing: 'sk-planted-option' },
  headers: { authorization: 'Bearer sk-planted-header' },
  variants: { low: { x: 'sk-planted-variant' }, high: {} },
}
const acme = {
  id: 'acme',
  name: 'Acme',
  source: 'config',
  env: ['ACME_KEY'],
  key: 'sk-planted-key',
  options: { apiKey: 'sk-planted', baseURL: 'https://ada:sk-planted-login@x.example/v1' },
  models: { m: model, bad: { id: 5 } },
}

async function engineThat(providers: unknown) {
  const asked: (string | null)[] = []
  const server = await startLoopback((req, res) => {
    asked.push(new URL(req.url ?? '', 'http://engine').searchParams.get('directory'))
    res.end(JSON.stringify({ providers, default: {} }))
  })
  servers.push(server)
  const target = { url: server.url, owner: {} }
  let count = 0
  const dropped = (more: number) => void (count += more)
  return {
    asked,
    dropped: () => count,
    list: (directory = '') => readProviders(target, directory, dropped),
    models: (provider: string) => readModels(target, { directory: '/w', provider }, dropped),
  }
}

test('providers are told by name, with how many models they have, and nothing of what may be a secret', async () => {
  const { list, models, asked, dropped } = await engineThat([
    { id: 'zed', name: 'Zed', source: 'custom', options: {}, models: {} },
    acme,
    { id: 7 },
  ])
  expect(await list()).toEqual([
    {
      id: 'acme',
      name: 'Acme',
      source: 'config',
      env: ['ACME_KEY'],
      hasKey: true,
      baseURL: 'https://…@x.example/v1',
      library: '@ai-sdk/openai',
      models: 1,
    },
    { id: 'zed', name: 'Zed', source: 'custom', env: [], hasKey: false, models: 0 },
  ])
  expect(dropped()).toBe(2)
  const told = await models('acme')
  expect(told).toEqual([
    {
      id: 'm',
      name: 'M',
      limit: { context: 100, input: 90, output: 10 },
      cost: { input: 1, output: 2, cacheRead: 0.5, cacheWrite: 0 },
      input: ['text', 'image'],
      output: ['text'],
      reasoning: true,
      tools: true,
      temperature: false,
      variants: ['low', 'high'],
      status: 'beta',
    },
  ])
  expect(JSON.stringify([await list(), told])).not.toContain('sk-planted')
  expect(asked).toEqual([null, '/w', null])
})

test('a provider that is gone, and an answer that is none, are told', async () => {
  const { models } = await engineThat([acme])
  await expect(models('zed')).rejects.toMatchObject({ status: 404, code: 'unknown-provider' })
  const { list } = await engineThat('none')
  await expect(list()).rejects.toMatchObject({ status: 502, code: 'server-unreachable' })
})
