/** A home whose configuration, keys and environment hold a secret in every place that there is for one. */
import { randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Planted {
  /** What each secret is, by its value. */
  secrets: Map<string, string>
  env: NodeJS.ProcessEnv
  project: string
  globalFile: string
  projectFile: string
}

/** `providerUrl`: of who answers as a provider. */
export async function plantSecrets(home: string, providerUrl: string): Promise<Planted> {
  const secrets = new Map<string, string>()
  const secret = (what: string, around = '') => {
    const value = `PLANT${String(secrets.size).padStart(3, '0')}${around}${randomBytes(9).toString('hex')}`
    secrets.set(value, what)
    return value
  }
  const project = join(home, 'project')
  const [config, data] = [join(home, '.config/kilo'), join(home, '.local/share/kilo')]
  const [globalFile, projectFile] = [join(config, 'kilo.jsonc'), join(project, '.kilo/kilo.jsonc')]
  for (const folder of [config, data, join(project, '.kilo')]) await mkdir(folder, { recursive: true })
  execFileSync('git', ['init', '-q', project])
  await writeFile(join(home, 'key.txt'), `${secret('{file:}')}\n`)
  await writeFile(
    globalFile,
    `// kept\n${JSON.stringify(globalConfig(secret, home, providerUrl), null, 2)}\n`,
  )
  await writeFile(projectFile, JSON.stringify(projectConfig(secret, providerUrl), null, 2))
  await writeFile(join(data, 'auth.json'), JSON.stringify(authKeys(secret)))
  await writeFile(join(data, 'mcp-auth.json'), JSON.stringify(mcpKeys(secret)))
  return { secrets, project, globalFile, projectFile, env: environment(secret, home, providerUrl) }
}

type Secret = (what: string, around?: string) => string

const custom = (options: object, more: object = {}) => ({
  npm: '@ai-sdk/openai-compatible',
  options,
  models: { m: { name: 'M', ...more } },
})

const globalConfig = (secret: Secret, home: string, baseURL: string) => ({
  provider: providers(secret, home, baseURL),
  enabled_providers: 'literal refused variable file stored content project openai anthropic'.split(' '),
  model: 'refused/m',
  small_model: 'refused/m',
  snapshot: false,
  mcp: mcpServers(secret),
  ...tools(secret),
  command: { c: { template: 'use {env:E_COMMAND_KEY}' } },
  agent: {
    a: {
      prompt: 'with {env:E_PROMPT_KEY}',
      mode: 'primary',
      options: { apiKey: secret('option of an agent') },
    },
  },
  instructions: [`http://127.0.0.1:9/i?token=${secret('instructions')}`],
  skills: { urls: [`http://127.0.0.1:9/s?token=${secret('skills')}`] },
  enterprise: { url: `http://x:${secret('enterprise')}@127.0.0.1:9` },
})

function providers(secret: Secret, home: string, baseURL: string) {
  const parted = baseURL.replace('://', `://u:${secret('user of an address')}@`)
  const options = {
    baseURL: `${parted}?api_key=${secret('query of an address')}`,
    apiKey: secret('options.apiKey', 'ä"\\ß'),
    headers: { Authorization: `Bearer ${secret('header')}`, 'x-team': secret('header of any name') },
    custom: secret('option of any name'),
    deep: { list: [{ token: secret('option, deep') }] },
  }
  const model = {
    headers: { 'x-key': secret('header of a model') },
    options: { apiKey: secret('option of a model') },
    variants: { hot: { token: secret('option of a variant') } },
  }
  return {
    literal: {
      ...custom(options, model),
      api: baseURL.replace('://', `://u:${secret('user of api')}@`),
    },
    refused: custom({ baseURL, apiKey: secret('key that the provider quotes') }),
    variable: custom({ baseURL, apiKey: '{env:E_KEY}', headers: { x: 'Bearer {env:E_HEADER}' } }),
    file: custom({ baseURL, apiKey: `{file:${home}/key.txt}` }),
    stored: custom({ baseURL }),
  }
}

const mcpServers = (secret: Secret) => ({
  local: {
    type: 'local',
    command: ['/bin/false', '--token', secret('argument'), `--key=${secret('argument with =')}`],
    environment: { TOK: secret('environment'), TOKE: '{env:E_MCP}' },
  },
  missing: { type: 'local', command: [`/nonexistent/${secret('command that is told in an error')}`] },
  remote: {
    type: 'remote',
    url: `http://u:${secret('user of an MCP server')}@127.0.0.1:9/${secret('path')}?token=${secret('query')}`,
    headers: { 'x-any': secret('header of an MCP server') },
    oauth: false,
    timeout: 500,
  },
  oauth: {
    type: 'remote',
    url: 'http://127.0.0.1:9/mcp',
    oauth: { clientId: 'id', clientSecret: secret('clientSecret') },
    timeout: 500,
  },
})

const tools = (secret: Secret) => ({
  indexing: {
    enabled: false,
    openai: { apiKey: secret('indexing') },
    qdrant: { url: 'http://127.0.0.1:9', apiKey: secret('qdrant') },
  },
  formatter: {
    f: {
      command: ['x', secret('word of a command')],
      environment: { T: secret('formatter') },
      extensions: ['.zz'],
    },
  },
  lsp: {
    l: {
      command: ['x'],
      extensions: ['.zz'],
      env: { T: secret('language server') },
      initialization: { any: secret('initialization') },
    },
  },
})

const projectConfig = (secret: Secret, baseURL: string) => ({
  provider: { project: custom({ baseURL, apiKey: secret('key of a project') }) },
  mcp: {
    p: {
      type: 'local',
      enabled: false,
      command: ['x'],
      environment: { A: secret('environment of a project') },
    },
  },
})

const authKeys = (secret: Secret) => ({
  stored: { type: 'api', key: secret('stored key'), metadata: { m: secret('metadata of a key') } },
  anthropic: { type: 'api', key: secret('stored key of a provider of the catalogue') },
  other: { type: 'oauth', refresh: secret('refresh token'), access: secret('access token'), expires: 0 },
})

const mcpKeys = (secret: Secret) => ({
  oauth: {
    tokens: { accessToken: secret('MCP access token'), refreshToken: secret('MCP refresh token') },
    clientInfo: { clientId: 'id', clientSecret: secret('registered client') },
    serverUrl: 'http://127.0.0.1:9/mcp',
  },
})

function environment(secret: Secret, home: string, baseURL: string): NodeJS.ProcessEnv {
  const named = ['E_KEY', 'E_HEADER', 'E_MCP', 'E_COMMAND_KEY', 'E_PROMPT_KEY', 'OPENAI_API_KEY']
  return {
    PATH: process.env['PATH'],
    HOME: home,
    KILO_DISABLE_MODELS_FETCH: '1',
    KILO_DISABLE_AUTOUPDATE: '1',
    KILO_TELEMETRY_LEVEL: 'off',
    KILO_CONFIG_CONTENT: JSON.stringify({
      provider: { content: custom({ baseURL, apiKey: secret('KILO_CONFIG_CONTENT') }) },
    }),
    ...Object.fromEntries(named.map((name) => [name, secret(`variable ${name}`)])),
  }
}
