/** Whether a provider works, told in words: on the real engine, by the command and from the page. */
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { CheckReport } from '../../packages/engine/src/provider-report.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { providersOf } from '../models/providers.ts'
import { freePort } from '../world/free-port.ts'

type Told = CheckReport & { works: boolean }

const said = (text: string) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text } }] })}\n\n`

/** Providers that answer, and not as they should. */
const wrong: Record<string, RequestListener> = {
  mute: (_, res) =>
    void res
      .writeHead(200, { 'content-type': 'text/event-stream' })
      .end(
        `${said('I would rather not.')}data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`,
      ),
}

interface Prepared {
  /** Nobody listens there. */
  port: number
  servers: Server[]
}
let prepared: Prepared

const provider = (baseURL: string, apiKey: string) => ({
  npm: '@ai-sdk/openai-compatible',
  name: 'Acme',
  options: { baseURL, apiKey },
  models: { story: { name: 'Story', tool_call: true, limit: { context: 100_000, output: 8000 } } },
})

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`

test.beforeEach(async ({ world, kilo }) => {
  const named = Object.entries(wrong).map(([name, listener]) => ({ name, server: createServer(listener) }))
  for (const { server } of named) await once(server.listen(0, '127.0.0.1'), 'listening')
  prepared = { port: await freePort(), servers: named.map(({ server }) => server) }
  const { url, key } = world.model
  const providers = {
    acme: provider(url, '{env:SCRIPTED_API_KEY}'),
    doubled: provider(`${url}/chat/completions`, key),
    stranger: provider(url, 'sk-of-another-account'),
    away: provider(`http://127.0.0.1:${prepared.port}/v1`, key),
    ...Object.fromEntries(named.map(({ name, server }) => [name, provider(addressOf(server), key)])),
  }
  await mkdir(path.join(world.home, '.config/kilo'), { recursive: true })
  await writeFile(
    path.join(world.home, '.config/kilo/kilo.json'),
    JSON.stringify({ provider: providers, enabled_providers: Object.keys(providers) }),
  )
  const folder = path.join(world.home, 'tmp')
  await mkdir(folder)
  Object.assign(world.env, { KILO_CONFIG_CONTENT: '{}', TMPDIR: folder })
  const { stderr, code } = await kilo(['doctor', '--provider', 'acme'])
  expect(code).toBe(1)
  expect(stderr).toContain('hint: kilo daemon start')
})

test.afterEach(async () => {
  for (const server of prepared.servers) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test('the connection check of a provider says in words what is wrong, and leaves nothing behind', async ({
  consolePage: page,
  world,
  kilo,
  problems,
}) => {
  problems.allow(/ 409 .*\/providers\/(stranger|acme)\/check/)
  const { url, key } = world.model
  const outputs: string[] = []
  const check = async (...args: string[]) => {
    const { stdout, code } = await kilo(['doctor', '--provider', ...args, '--json'])
    outputs.push(stdout)
    return { code, told: JSON.parse(stdout) as Told }
  }

  await test.step('one that works', async () => {
    const { code, told } = await check('acme')
    expect(told, JSON.stringify(told)).toMatchObject({ works: true, provider: 'acme', model: 'story' })
    expect(told.steps.map(({ state }) => state)).toEqual(Array(6).fill('ok'))
    expect(told.request).toMatchObject({ method: 'POST', url: `${url}/chat/completions` })
    expect(told.request?.tools).toBeGreaterThan(10)
    expect(JSON.parse(told.request?.body ?? '')).toMatchObject({
      model: 'story',
      max_tokens: 8000,
      stream: true,
    })
    expect(told.request?.headers).toContainEqual(['authorization', 'Bearer •••'])
    expect(code).toBe(0)
    expect(world.model.requests.every(({ state }) => state === 'done')).toBe(true)
    const { stdout } = await kilo(['doctor', '--provider', 'acme', '--model', 'story'])
    expect(stdout).toMatch(/^● ok +tools +The model called a tool: write$/m)
    expect(stdout).toMatch(/^acme\/story works \([\d.]+ s\)\.$/m)
  })

  for (const [name, step, what] of [
    ['doubled', 'address', /names the route itself/],
    ['stranger', 'key', /refused \(401\)/],
    ['away', 'address', /Nothing listens at 127.0.0.1:/],
    ['mute', 'tools', /called no tool/],
    ['nobody', 'provider', /no provider nobody/],
  ] as const)
    await test.step(name, async () => {
      const { code, told } = await check(name)
      expect(
        told.steps.find(({ state }) => state === 'failed'),
        JSON.stringify(told),
      ).toMatchObject({
        step,
        what: expect.stringMatching(what),
        hint: expect.any(String),
      })
      expect(code).toBe(1)
    })

  await test.step('from the page', async () => {
    const providers = providersOf(page)
    page.on('response', async (response) => {
      if (response.url().includes('/api/')) outputs.push(await response.text().catch(() => ''))
    })
    await providers.open()
    const one = providers.region
      .getByRole('listitem')
      .filter({ has: page.getByText('doubled', { exact: true }) })
    await one.getByRole('button', { name: /^Acme doubled/ }).click()
    await one.getByRole('button', { name: 'Check connection' }).click()
    const report = one.getByRole('region', { name: /^doubled\/story does not work/ })
    await expect(report).toContainText('Leave /chat/completions out of the base URL.')
    await report.getByText('The request that was sent').click()
    await expect(report.getByLabel('The request that was sent')).toContainText('authorization: Bearer •••')
    await expectAccessible(page, 'a checked provider')
  })

  await test.step('from the form, before anything of it is written', async () => {
    const providers = providersOf(page)
    const config = path.join(world.home, '.config/kilo/kilo.json')
    const before = await readFile(config, 'utf8')
    const form = await providers.add('OpenAI-compatible server')
    await form.getByRole('button', { name: 'Check connection' }).click()
    await expect(form).toContainText('It needs a model at least')
    await form.getByLabel('Provider ID').fill('fresh')
    await form.getByLabel('Base URL').fill(url)
    await form.getByRole('radio', { name: /^Stored by Kilo/ }).check()
    await form.getByLabel('API key').fill('sk-typed-wrong')
    await form.getByRole('button', { name: 'Add model' }).click()
    await form.getByLabel('Model ID').fill('story')
    await form.getByRole('button', { name: 'Check connection' }).click()
    const refused = form.getByRole('region', { name: /^fresh\/story does not work/ })
    await expect(refused).toContainText(/refused \(401\)/)
    await form.getByLabel('API key').fill(key)
    await form.getByRole('button', { name: 'Check connection' }).click()
    await expect(form.getByRole('region', { name: /^fresh\/story works/ })).toBeVisible()
    expect(await readFile(config, 'utf8')).toBe(before)
    await expect(readFile(path.join(world.home, '.local/share/kilo/auth.json'), 'utf8')).rejects.toThrow(
      'ENOENT',
    )
    await form.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('a key that the page does not know is asked with where it is meant for, and nowhere else', async () => {
    const providers = providersOf(page)
    const heard: unknown[] = []
    for (const server of prepared.servers) server.on('request', ({ url: asked }) => heard.push(asked))
    const elsewhere = prepared.servers.map(addressOf)[0] ?? ''
    for (const [id, answer] of [
      ['stranger', /stranger\/story does not work/],
      ['acme', /acme\/story works/],
    ] as const) {
      const row = providers.region.getByRole('listitem').filter({ has: page.getByText(id, { exact: true }) })
      await row.getByRole('button', { name: new RegExp(`^Acme ${id}`) }).click()
      await row.getByRole('button', { name: 'Edit', exact: true }).click()
      const form = page.getByRole('region', { name: /^Edit / })
      await form.getByRole('button', { name: 'Check connection' }).click()
      await expect(form.getByRole('region', { name: answer })).toBeVisible()
      await form.getByLabel('Base URL').fill(elsewhere)
      await expect(form).toContainText(`the key of Acme goes to ${new URL(elsewhere).host}`)
      await form.getByRole('button', { name: 'Check connection' }).click()
      await expect(form).toContainText(`The key of ${id} is not sent to ${new URL(elsewhere).host}`)
      await form.getByRole('button', { name: 'Cancel' }).click()
    }
    expect(heard).toEqual([])
  })

  await test.step('nothing is left, and no key was told', async () => {
    const left = await readdir(world.env['TMPDIR'] ?? '')
    expect(left.filter((name) => name.startsWith('kilo-check'))).toEqual([])
    const sessions = await kilo(['session', 'list', '--format', 'json'])
    expect(sessions.stdout).not.toContain('Connection check')
    for (const output of outputs)
      for (const secret of [key, 'sk-of-another-account', 'sk-typed-wrong'])
        expect(output).not.toContain(secret)
  })
})
