/** Providers: set up by somebody who knows their address and key alone, against a pooler that speaks both of OpenAI's routes. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { providersOf } from '../models/providers.ts'
import { savesOf } from '../saves.ts'
import { startScriptedPooler, type ScriptedPooler } from '../scripted-pooler/server.ts'
import type { EngineClient } from '../world/engine.ts'
import type { World } from '../world/world.ts'

const CONFIG = `{
  // What every new session begins with.
  "model": "scripted/story",
  "small_model": "scripted/sketch", // Titles.
  "enabled_providers": ["scripted"]
}
`

let pooler: ScriptedPooler

const fileOf = ({ home }: World) => path.join(home, '.config/kilo/kilo.jsonc')
const keysOf = ({ home }: World) => path.join(home, '.local/share/kilo/auth.json')

test.beforeEach(async ({ world }) => {
  pooler = await startScriptedPooler()
  // What stands above the files can't be changed by them.
  const {
    enabled_providers: _,
    model: _1,
    small_model: _2,
    ...content
  } = JSON.parse(world.env['KILO_CONFIG_CONTENT'] ?? '') as Record<string, unknown>
  world.env['KILO_CONFIG_CONTENT'] = JSON.stringify(content)
  world.env['CODEX_POOLER_API_KEY'] = pooler.key
  await mkdir(path.dirname(fileOf(world)), { recursive: true })
  await writeFile(path.join(path.dirname(fileOf(world)), '.bash-permission-migrated'), '')
  await writeFile(fileOf(world), CONFIG)
})
test.afterEach(() => pooler.close())

interface Answered {
  info: { error?: unknown }
  parts: { type: string; tool?: string; state?: { status: string }; text?: string }[]
}

/** Has a model use a tool, and gives what was asked by which route. */
async function useTool(engine: EngineClient, providerID: string, modelID: string) {
  const before = pooler.requests.length
  const { id } = await engine.ask<{ id: string }>('/session', { title: 'Uses a tool' })
  const { info } = await engine.ask<Answered>(`/session/${id}/message`, {
    model: { providerID, modelID },
    parts: [{ type: 'text', text: '[script:todos Look; Tell]' }],
  })
  expect(info.error).toBeUndefined()
  const messages = await engine.ask<Answered[]>(`/session/${id}/message`)
  const tools = messages.flatMap(({ parts }) => parts.filter(({ type }) => type === 'tool'))
  expect(tools).toMatchObject([{ tool: 'todowrite', state: { status: 'completed' } }])
  return pooler.requests.slice(before)
}

test('both shapes of Codex Pooler are set up by form and answer with a call of a tool; no key reaches the page', async ({
  consolePage: page,
  engine,
  world,
}) => {
  const providers = providersOf(page)
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''))
  })
  const written = async () =>
    JSON.parse((await readFile(fileOf(world), 'utf8')).replaceAll(/^\s*\/\/.*$|\/\/ .*$/gm, '')) as Record<
      string,
      never
    >
  await providers.open()

  await test.step('what is connected, where it and its key come from, and its models', async () => {
    await expect(providers.region).toContainText('1 connected')
    await expect(providers.region).toContainText(/enabled_providers, ~\/\.config\/kilo\/kilo\.jsonc, line \d/)
    await providers.toggle('Scripted')
    await expect(providers.models('scripted')).toHaveText([
      /^Sketch sketch.*context 200k · output 32k · \$0\.10 in, \$0\.40 out per million/,
      /^Story story.*reads image, pdf · reasoning: low, medium, high/,
    ])
    await expectAccessible(page, 'providers')
  })

  await test.step('Kilo’s shape, typed: the address is corrected, the variable looked for, the models fetched', async () => {
    const form = await providers.add('OpenAI-compatible server')
    await expect(form.getByLabel('Provider ID')).toBeFocused()
    await form.getByRole('button', { name: 'Cancel' }).click()
    await expect(providers.region.getByRole('button', { name: 'Add provider' })).toBeFocused()
    await providers.add('OpenAI-compatible server')
    await form.getByLabel('Provider ID').fill('codex-pooler')
    await form.getByLabel('Name', { exact: true }).fill('Codex Pooler')
    await form.getByLabel('Base URL').fill('http://127.0.0.1:9/v1')
    const variable = form.getByRole('textbox', { name: 'Variable' })
    await expect(variable).toHaveValue('CODEX_POOLER_API_KEY')
    await variable.fill('NO_SUCH_KEY')
    await expect(form).toContainText('{env:NO_SUCH_KEY}: not set in the daemon’s environment')
    await form.getByRole('button', { name: 'Fetch models' }).click()
    await expect(form.getByRole('alert')).toContainText('The daemon has no key in NO_SUCH_KEY')
    await variable.fill('CODEX_POOLER_API_KEY')
    await expect(form).toContainText('{env:CODEX_POOLER_API_KEY}: set in the daemon’s environment')
    await form.getByRole('button', { name: 'Fetch models' }).click()
    await expect(form.getByRole('alert')).toContainText('Nobody listens at 127.0.0.1:9')
    await form.getByRole('button', { name: 'Add provider' }).click()
    await expect(form).toContainText('It needs a model at least')
    await expect(form.getByRole('button', { name: 'Add model' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(form).toBeHidden()
    await providers.add('OpenAI-compatible server')
    await expect(variable).toHaveValue('CODEX_POOLER_API_KEY')
    await form.getByLabel('Base URL').fill(`${pooler.url}/chat/completions`)
    await form.getByRole('button', { name: 'Fetch models' }).click()
    await expect(form).toContainText('“/chat/completions” was left out: Kilo adds it.')
    await expect(form.getByLabel('Base URL')).toHaveValue(pooler.url)
    await form.getByRole('checkbox', { name: 'gpt-5.6-luna' }).check()
    await form.getByRole('checkbox', { name: 'gpt-5.6-terra' }).check()
    await form.getByRole('button', { name: 'Take 2 models' }).click()
    await form.getByRole('button', { name: /^gpt-5\.6-terra/ }).click()
    const model = form.getByRole('group', { name: 'Model gpt-5.6-terra' })
    await expect(model.getByLabel('Context limit')).toHaveValue('828400')
    await model.getByLabel('Input limit').fill('828,400')
    await model.getByLabel('Output limit').fill('64000')
    await model.getByRole('checkbox', { name: 'Reasoning' }).check()
    await model.getByRole('checkbox', { name: 'Images' }).check()
    await form.getByLabel('Default model').selectOption('gpt-5.6-terra')
    await expectAccessible(page, 'provider form')
    // Enter and another press at once: it is written once.
    const saves = savesOf(page)
    await form.getByLabel('Base URL').press('Enter')
    await form.getByLabel('Base URL').press('Enter')
    await expect(providers.region).toContainText('2 connected')
    await expect(providers.region.getByRole('button', { name: 'Add provider' })).toBeFocused()
    expect(saves('/configuration')).toBe(1)
  })

  await test.step('the file says that and no more, with its comments', async () => {
    const text = await readFile(fileOf(world), 'utf8')
    expect(text).toContain('// What every new session begins with.')
    expect(text).toContain('"small_model": "scripted/sketch", // Titles.')
    expect(await written()).toEqual({
      $schema: expect.any(String),
      model: 'codex-pooler/gpt-5.6-terra',
      small_model: 'scripted/sketch',
      enabled_providers: ['scripted', 'codex-pooler'],
      provider: {
        'codex-pooler': {
          npm: '@ai-sdk/openai-compatible',
          name: 'Codex Pooler',
          options: { baseURL: pooler.url, apiKey: '{env:CODEX_POOLER_API_KEY}' },
          models: {
            'gpt-5.6-luna': {
              name: 'gpt-5.6-luna',
              tool_call: true,
              reasoning: false,
              temperature: false,
              attachment: false,
              modalities: { input: ['text'], output: ['text'] },
              limit: { context: 828_400, output: 32_000 },
            },
            'gpt-5.6-terra': {
              name: 'gpt-5.6-terra',
              tool_call: true,
              reasoning: true,
              temperature: false,
              attachment: true,
              modalities: { input: ['text', 'image'], output: ['text'] },
              limit: { context: 828_400, input: 828_400, output: 64_000 },
            },
          },
        },
      },
    })
    const asked = await useTool(engine, 'codex-pooler', 'gpt-5.6-terra')
    expect(new Set(asked.map(({ route }) => route))).toEqual(new Set(['/chat/completions']))
  })

  await test.step('OpenCode’s shape, filled in already', async () => {
    const form = await providers.add('Codex Pooler, as for OpenCode')
    await form.getByLabel('Base URL').fill(`${pooler.url}/responses`)
    await form.getByLabel('Name', { exact: true }).click()
    await expect(form.getByLabel('Base URL')).toHaveValue(pooler.url)
    await form.getByRole('button', { name: 'Add provider' }).click()
    await expect(providers.region).toContainText('3 connected')
    const compaction = page.getByRole('region', { name: 'Compaction' })
    await compaction.getByLabel('Provider of the model').selectOption('openai')
    await expect(compaction).toContainText('786,980 tokens, reasoning and cache counted')
    expect(await written()).toMatchObject({
      small_model: 'openai/gpt-5.6-luna',
      compaction: { reserved: 41_420, threshold_percent: 95 },
      provider: { openai: { npm: '@ai-sdk/openai', options: { baseURL: pooler.url } } },
    })
    const asked = await useTool(engine, 'openai', 'gpt-5.6-sol')
    expect(new Set(asked.map(({ route }) => route))).toEqual(new Set(['/responses']))
    expect(asked[0]?.body).toMatchObject({
      store: false,
      include: ['reasoning.encrypted_content'],
      reasoning: { effort: 'high', summary: 'auto' },
      text: { verbosity: 'medium' },
    })
  })

  await test.step('a key is stored for it, and takes the place of the variable', async () => {
    await providers.toggle('Codex Pooler codex-pooler')
    const row = providers.row('Codex Pooler codex-pooler')
    await expect(row).toContainText('{env:CODEX_POOLER_API_KEY}: set in the daemon’s environment')
    await row.getByRole('button', { name: 'Edit' }).click()
    const form = page.getByRole('region', { name: 'Edit Codex Pooler' })
    await form.getByRole('radio', { name: /^Stored by Kilo/ }).check()
    await form.getByLabel('API key').fill(pooler.key)
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(providers.region).toContainText('3 connected')
    expect(await readFile(fileOf(world), 'utf8')).toContain('"openai"')
    expect((await written())['provider']).toMatchObject({
      'codex-pooler': { options: { baseURL: pooler.url } },
    })
    expect(JSON.parse(await readFile(keysOf(world), 'utf8'))).toEqual({
      'codex-pooler': { type: 'api', key: pooler.key },
    })
    expect((await stat(keysOf(world))).mode & 0o777).toBe(0o600)
    await providers.toggle('Codex Pooler codex-pooler')
    await expect(row).toContainText('stored in auth.json')
    await useTool(engine, 'codex-pooler', 'gpt-5.6-luna')
  })

  await test.step('disabled it is not used, removed it is gone, with its key', async () => {
    await providers.toggle('Codex Pooler openai')
    const openai = providers.row('Codex Pooler openai')
    await openai.getByRole('button', { name: 'Disable' }).click()
    await openai
      .getByRole('group', { name: 'Disable Codex Pooler' })
      .getByRole('button', { name: 'Disable' })
      .click()
    await expect(openai).toContainText('It stands in disabled_providers.')
    const row = providers.row('Codex Pooler codex-pooler')
    await row.getByRole('button', { name: 'Remove', exact: true }).click()
    const panel = row.getByRole('group', { name: 'Remove Codex Pooler' })
    await expect(panel).toContainText('model still names a model of it')
    await panel.getByRole('button', { name: 'Remove' }).click()
    await expect(row).toBeHidden()
    expect(await written()).toMatchObject({
      enabled_providers: ['scripted', 'openai'],
      disabled_providers: ['openai'],
    })
    expect(Object.keys((await written())['provider'] ?? {})).toEqual(['openai'])
    // Behind the settings: the folders are set up anew in between.
    await expect.poll(async () => JSON.parse(await readFile(keysOf(world), 'utf8')) as object).toEqual({})
    await expect(providers.region.getByText('codex-pooler')).toBeHidden()
    const { providers: left } = await engine.ask<{ providers: { id: string }[] }>('/config/providers')
    expect(left.map(({ id }) => id)).toEqual(['scripted'])
  })

  expect(answers.length).toBeGreaterThan(10)
  for (const answer of await Promise.all(answers)) expect(answer).not.toContain(pooler.key)
})
