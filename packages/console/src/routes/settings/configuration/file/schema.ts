/** What may stand where in a file of settings, as the engine's schema has it (docs/engine.md): to be offered while it is written. */

/** `*`: any name. A list: these values. Null: a value that is not known here. */
export type Schema = { readonly [name: string]: Schema } | readonly (string | boolean)[] | null

const flag = [true, false] as const

const any = (names: string): Record<string, null> =>
  Object.fromEntries(names.split(' ').map((name) => [name, null]))
const flags = (names: string): Record<string, typeof flag> =>
  Object.fromEntries(names.split(' ').map((name) => [name, flag]))

const action = ['allow', 'ask', 'deny'] as const
const rules: Schema = { '*': action }
const permission: Schema = Object.fromEntries(
  [
    '* read edit glob grep list bash task external_directory markdown_source todowrite question webfetch websearch lsp',
    'doom_loop skill agent_manager notebook_read notebook_edit notebook_execute',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, rules]),
)

const agent: Schema = {
  ...any('model variant temperature top_p prompt tools description displayName options color steps'),
  ...flags('disable hidden'),
  mode: ['subagent', 'primary', 'all'],
  permission,
}
const agents: Schema = {
  '*': agent,
  ...Object.fromEntries(
    'plan build debug orchestrator ask general explore scout title summary compaction'
      .split(' ')
      .map((name) => [name, agent]),
  ),
}

const model: Schema = {
  ...any('id name family release_date headers'),
  ...flags('attachment reasoning temperature tool_call experimental'),
  cost: any('input output cache_read cache_write context_over_200k'),
  limit: any('context input output'),
  modalities: any('input output'),
  status: ['alpha', 'beta', 'deprecated', 'active'],
  provider: any('npm api'),
  options: any('reasoningEffort reasoningSummary textVerbosity'),
  variants: { '*': flags('disabled') },
}
const provider: Schema = {
  ...any('api name env id whitelist blacklist'),
  npm: ['@ai-sdk/openai-compatible', '@ai-sdk/openai', '@ai-sdk/anthropic'],
  options: {
    ...any('apiKey baseURL enterpriseUrl timeout headerTimeout chunkTimeout'),
    ...flags('setCacheKey'),
  },
  models: { '*': model },
}
const server: Schema = {
  type: ['local', 'remote'],
  ...any('command environment url headers timeout'),
  ...flags('enabled'),
  oauth: any('clientId clientSecret scope redirectUri'),
}
const tool: Schema = { ...any('command environment extensions'), ...flags('disabled') }

const key = any('apiKey')
const indexing: Schema = {
  ...flags('enabled'),
  ...any(
    'model dimension searchMinScore searchMaxResults embeddingBatchSize scannerMaxBatchRetries fileExtensions',
  ),
  provider:
    'kilo openai ollama openai-compatible gemini mistral vercel-ai-gateway bedrock openrouter voyage'.split(
      ' ',
    ),
  vectorStore: ['lancedb', 'qdrant'],
  kilo: any('apiKey baseUrl organizationId'),
  openai: key,
  ollama: any('baseUrl'),
  'openai-compatible': any('baseUrl apiKey'),
  gemini: key,
  mistral: key,
  'vercel-ai-gateway': key,
  bedrock: any('region profile'),
  openrouter: any('apiKey specificProvider'),
  voyage: key,
  qdrant: any('url apiKey'),
  lancedb: any('directory'),
}

const SCHEMA: Schema = {
  ...any(
    '$schema model small_model subagent_model subagent_variant subagent_variant_overrides default_agent',
  ),
  ...any('username shell instructions plugin enabled_providers disabled_providers tools'),
  ...flags(
    'snapshot web_search privacy_mode hide_prompt_training_models remote_control auto_collapse_reasoning',
  ),
  share: ['manual', 'auto', 'disabled'],
  autoupdate: [true, false, 'notify'],
  logLevel: ['DEBUG', 'INFO', 'WARN', 'ERROR'],
  terminal_command_display: ['expanded', 'collapsed'],
  code_edit_display: ['expanded', 'collapsed'],
  agent: agents,
  mode: agents,
  command: { '*': { ...any('template description agent model variant'), ...flags('subtask') } },
  provider: { '*': provider },
  mcp: { '*': server },
  permission,
  formatter: { '*': tool },
  lsp: { '*': { ...any('command env extensions initialization'), ...flags('disabled') } },
  skills: any('paths urls'),
  watcher: any('ignore'),
  server: { ...any('port hostname mdnsDomain cors'), ...flags('mdns') },
  sandbox: { ...flags('enabled'), network: ['allow', 'deny'], ...any('writable_paths allowed_hosts') },
  attachment: { image: { ...flags('auto_resize'), ...any('max_width max_height') } },
  commit_message: any('prompt'),
  tool_output: any('max_lines max_bytes'),
  compaction: {
    ...flags('auto prune'),
    ...any('threshold_percent tail_turns preserve_recent_tokens reserved'),
  },
  indexing,
  experimental: {
    ...flags('disable_paste_summary batch_tool codebase_search image_generation agent_requirements'),
    ...flags('native_notebook_tools openTelemetry continue_loop_on_deny swe_pruner'),
    ...any('image_generation_model speech_to_text_model primary_tools swe_pruner_model mcp_timeout'),
  },
}

/** What may stand at a path; undefined: nothing is known of it. */
export function schemaAt(path: readonly (string | number)[]): Schema | undefined {
  let at: Schema | undefined = SCHEMA
  for (const name of path) {
    if (at === null || at === undefined || isValues(at)) return undefined
    at = Object.hasOwn(at, name) ? at[name] : Object.hasOwn(at, '*') ? at['*'] : undefined
  }
  return at
}

export const isValues = (schema: Schema): schema is readonly (string | boolean)[] => Array.isArray(schema)
