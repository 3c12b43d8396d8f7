/** PURE: the few settings of an index that belong together, and what is written of them. */
import type { Configuration, FieldChange } from '../../../../shared/configuration.ts'
import { valueAt } from './flag.ts'

export interface IndexingDraft {
  provider: string
  model: string
  dimension: string
  /** Of the provider, where it is somewhere of one’s own. */
  address: string
  /** The environment variable of the engine that holds its key. */
  variable: string
  store: string
  qdrant: string
  /** Somebody has said that the code may be sent. */
  agrees: boolean
}

interface EmbeddingProvider {
  name: string
  title: string
  needs: readonly ('address' | 'key')[]
}

const keyed = (name: string, title: string): EmbeddingProvider => ({ name, title, needs: ['key'] })

export const PROVIDERS: readonly EmbeddingProvider[] = [
  { name: 'kilo', title: 'Kilo (needs an account)', needs: [] },
  { name: 'ollama', title: 'Ollama', needs: ['address'] },
  { name: 'openai-compatible', title: 'OpenAI-compatible', needs: ['address', 'key'] },
  keyed('openai', 'OpenAI'),
  keyed('gemini', 'Gemini'),
  keyed('mistral', 'Mistral'),
  keyed('voyage', 'Voyage'),
  keyed('openrouter', 'OpenRouter'),
  keyed('vercel-ai-gateway', 'Vercel AI Gateway'),
  { name: 'bedrock', title: 'Amazon Bedrock', needs: [] },
]

export const needsOf = (provider: string): readonly string[] =>
  PROVIDERS.find(({ name }) => name === provider)?.needs ?? []

type Known = Pick<Configuration, 'fields'>

export function indexingDraft(known: Known): IndexingDraft {
  const text = (...path: string[]): string => {
    const value = valueAt(known, ['indexing', ...path])
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const provider = text('provider')
  return {
    provider,
    model: text('model'),
    dimension: text('dimension'),
    address: text(provider, 'baseUrl'),
    variable: '',
    store: text('vectorStore') || 'lancedb',
    qdrant: text('qdrant', 'url'),
    agrees: false,
  }
}

/** What is still wrong with it; undefined: it can be saved. */
export function draftProblem(draft: IndexingDraft): string | undefined {
  if (draft.provider === '') return 'Choose who makes the embeddings.'
  if (needsOf(draft.provider).includes('address') && !isAddress(draft.address))
    return 'The address of the provider begins with http:// or https://.'
  if (draft.dimension !== '' && !/^[1-9]\d{0,5}$/.test(draft.dimension))
    return 'Dimensions are a whole number: how many the model gives.'
  if (draft.store === 'qdrant' && !isAddress(draft.qdrant))
    return 'The address of Qdrant begins with http:// or https://.'
  if (draft.variable !== '' && !/^[A-Za-z_]\w{0,127}$/.test(draft.variable))
    return 'The key is named by its environment variable: letters, digits and _.'
  return draft.agrees ? undefined : 'Nothing is sent until you agree to it.'
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

/** Turned on, with what is chosen. What was written and is chosen no longer is taken out of the file. */
export function indexingChanges(draft: IndexingDraft, known: Known): FieldChange[] {
  if (draftProblem(draft) !== undefined) return []
  const changes: FieldChange[] = [
    { path: ['indexing', 'enabled'], value: true },
    { path: ['indexing', 'provider'], value: draft.provider },
    { path: ['indexing', 'vectorStore'], value: draft.store },
  ]
  const write = (path: string[], value: string | number) => {
    const isThere = known.fields.some(
      (field) => field.inTarget && JSON.stringify(field.path) === JSON.stringify(path),
    )
    if (value !== '') changes.push({ path, value })
    else if (isThere) changes.push({ path })
  }
  write(['indexing', 'model'], draft.model.trim())
  write(['indexing', 'dimension'], draft.dimension === '' ? '' : Number(draft.dimension))
  if (needsOf(draft.provider).includes('address'))
    write(['indexing', draft.provider, 'baseUrl'], draft.address.trim())
  if (draft.variable !== '' && needsOf(draft.provider).includes('key'))
    write(['indexing', draft.provider, 'apiKey'], `{env:${draft.variable}}`)
  if (draft.store === 'qdrant') write(['indexing', 'qdrant', 'url'], draft.qdrant.trim())
  return changes
}

/** What leaves this machine, and where to. */
export function leavingText({ provider, address, store, qdrant }: Recipients): string {
  const title = PROVIDERS.find(({ name }) => name === provider)?.title.replace(/ \(.*/, '')
  const isElsewhere = needsOf(provider).includes('address') && isAddress(address)
  const to = title === undefined ? 'who makes the embeddings' : `${title}${isElsewhere ? at(address) : ''}`
  const keeper =
    store === 'qdrant' ? ` What is kept of them goes to Qdrant${isAddress(qdrant) ? at(qdrant) : ''}.` : ''
  return `All source files of the folder are sent, in pieces, to ${to}: now, and whenever one changes. So are the questions that are put to the index.${keeper}`
}

type Recipients = Pick<IndexingDraft, 'provider' | 'address' | 'store' | 'qdrant'>

const at = (address: string): string => ` at ${new URL(address).host}`
