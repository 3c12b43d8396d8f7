/** What somebody is about to set up of a provider, as it stands in the form: texts, that need not be right yet. */

export const CHAT = '@ai-sdk/openai-compatible'
export const RESPONSES = '@ai-sdk/openai'

/** `kept`: as the file has it. `none`: the server wants none. */
export type KeyWay = 'variable' | 'stored' | 'none' | 'kept'

export interface ModelDraft {
  id: string
  name: string
  context: string
  input: string
  output: string
  /** What it reads besides text: image, pdf, audio, video. */
  reads: string[]
  reasoning: boolean
  tools: boolean
  temperature: boolean
  /** Of its requests, as JSON; empty: none. */
  options: string
  /** By name, as JSON; empty: those that the engine has by itself. */
  variants: string
}

export interface ProviderDraft {
  /** `custom`: it is all in the file. `catalogue`: Kilo knows it, and the file has its key alone, or something that is changed of it. */
  shape: 'custom' | 'catalogue'
  id: string
  name: string
  baseURL: string
  /** The library that speaks to it. */
  npm: string
  way: KeyWay
  variable: string
  /** To be stored. Never in a file. */
  key: string
  models: ModelDraft[]
  /** The id of one of them; empty: as it is. */
  defaultModel: string
  smallModel: string
  /** Written along; absent: nothing of it. */
  compaction?: { reserved: number; threshold_percent: number } | undefined
}

export const emptyModel = (): ModelDraft => ({
  id: '',
  name: '',
  context: '',
  input: '',
  output: '',
  reads: [],
  reasoning: false,
  tools: true,
  temperature: false,
  options: '',
  variants: '',
})

export const emptyProvider = (): ProviderDraft => ({
  shape: 'custom',
  id: '',
  name: '',
  baseURL: '',
  npm: CHAT,
  way: 'variable',
  variable: '',
  key: '',
  models: [],
  defaultModel: '',
  smallModel: '',
})

/** As variables are called: of `my-proxy`, `MY_PROXY_API_KEY`. */
export const variableFor = (id: string): string =>
  `${id
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '_')
    .replace(/^(_|\d)+/, '')}_API_KEY`.replace(/^_+/, '')
