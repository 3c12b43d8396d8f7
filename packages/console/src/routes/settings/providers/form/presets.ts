/** PURE: forms that are filled in already. */
import { CHAT, emptyModel, emptyProvider, RESPONSES, type ModelDraft, type ProviderDraft } from './draft.ts'

/** As Codex Pooler publishes it: 95% of what a model of 872,000 tokens takes. Its `/v1/models` says which it is. */
const CONTEXT = '828400'
const OUTPUT = '64000'
const LOCAL = 'http://127.0.0.1:4000/v1'
const VARIABLE = 'CODEX_POOLER_API_KEY'

export type PresetName = 'custom' | 'pooler-chat' | 'pooler-responses'

export interface Preset {
  name: PresetName
  title: string
  detail: string
  /** Said above the form. */
  note?: string
  draft: () => ProviderDraft
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'custom',
    title: 'OpenAI-compatible server',
    detail: 'Any server with chat completions or responses',
    draft: emptyProvider,
  },
  {
    name: 'pooler-chat',
    title: 'Codex Pooler, as for Kilo',
    detail: 'Chat completions, as a provider of its own',
    note: 'Write the address of your pooler, or keep the local one. Fetch its models: a Pool may have others than these, with other limits.',
    draft: () => ({
      ...emptyProvider(),
      id: 'codex-pooler',
      name: 'Codex Pooler',
      baseURL: LOCAL,
      npm: CHAT,
      variable: VARIABLE,
      models: ['gpt-5.6-luna', 'gpt-5.6-terra', 'gpt-5.6-sol'].map((id) => poolerModel(id)),
      defaultModel: 'gpt-5.6-terra',
      compaction: { reserved: 41_420, threshold_percent: 95 },
    }),
  },
  {
    name: 'pooler-responses',
    title: 'Codex Pooler, as for OpenCode',
    detail: 'Responses, in the place of OpenAI',
    note: 'It takes the place of OpenAI: its models go to the pooler. Fetch its models: a Pool may have others than these, with other limits.',
    draft: () => ({
      ...emptyProvider(),
      id: 'openai',
      name: 'Codex Pooler',
      baseURL: LOCAL,
      npm: RESPONSES,
      variable: VARIABLE,
      models: ['gpt-5.6-luna', 'gpt-5.6-terra', 'gpt-5.6-sol'].map((id) => ({
        ...poolerModel(id),
        options: JSON.stringify(RESPONSES_OPTIONS, undefined, 2),
      })),
      smallModel: 'gpt-5.6-luna',
      compaction: { reserved: 41_420, threshold_percent: 95 },
    }),
  },
]

const RESPONSES_OPTIONS = {
  reasoningEffort: 'high',
  reasoningSummary: 'auto',
  textVerbosity: 'medium',
  include: ['reasoning.encrypted_content'],
  store: false,
}

function poolerModel(id: string): ModelDraft {
  const title = id
    .replace(/^gpt/, 'GPT')
    .replace(/-([a-z])/, (_, letter: string) => ` ${letter.toUpperCase()}`)
  return {
    ...emptyModel(),
    id,
    name: `${title} via Codex Pooler`,
    context: CONTEXT,
    input: CONTEXT,
    output: OUTPUT,
    reads: ['image'],
    reasoning: true,
  }
}
