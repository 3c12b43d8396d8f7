/** Providers of models as the page shows them: made by the host, which alone reads what holds their keys. */
import type { Problem } from './api.ts'

export interface ListedProvider {
  id: string
  name: string
  /** Where it comes from: `config`, `env`, `api` (a stored key) or `custom` (built in). */
  source: string
  /** Variables that the engine looks for a key in. */
  env: string[]
  /** There is a key besides the one that a file of the configuration may name. */
  hasKey: boolean
  baseURL?: string
  /** How it is spoken to: the library, by its name on npm. */
  library?: string
  models: number
}

/** `api`: a key. `oauth`: a login. `wellknown`: what an organisation has set up. */
export type StoredKind = 'api' | 'oauth' | 'wellknown'

/** Answer of `GET /api/servers/<id>/providers?directory=<path>`: those that are connected, by name. */
export interface ProviderList {
  providers: ListedProvider[]
  /** What is in the file of keys, by provider; absent: not known here. */
  stored?: Record<string, StoredKind>
  /** The file of keys is passed over: KILO_AUTH_CONTENT stands in its place. */
  isStoredUnused?: true
}

export interface ProviderModel {
  id: string
  name: string
  /** Tokens; 0: not known. */
  limit: { context: number; input?: number; output: number }
  /** Dollars for a million tokens. */
  cost?: { input: number; output: number; cacheRead?: number; cacheWrite?: number }
  /** Kinds of content: text, image, pdf, audio, video. */
  input: string[]
  output: string[]
  reasoning: boolean
  tools: boolean
  temperature: boolean
  variants: string[]
  /** `beta`, `deprecated`; absent: neither. */
  status?: string
}

/** Answer of `GET /api/servers/<id>/provider-models?directory=<path>&provider=<id>`: by name. */
export interface ProviderModels {
  models: ProviderModel[]
}

/** Where the host has the key from that it asks a provider by; it never leaves the host. `of`: the one that the engine uses for a provider. */
export type AskedKey = { typed: string } | { variable: string } | { of: string }

/** Body of `POST /api/servers/<id>/found-models?directory=<path>`: which models a provider tells of at `<baseURL>/models`. */
export interface FoundModelsAsked {
  /** As somebody has typed it. */
  baseURL: string
  key?: AskedKey
}

export interface FoundModel {
  id: string
  name?: string
  /** Tokens. */
  context?: number
  output?: number
}

/** Its answer. `problem`: nothing was found, and why. */
export type FoundModels = { models: FoundModel[]; more: boolean } | { problem: Problem }

/** Of Kilo’s catalogue: a provider that needs nothing but a key. */
export interface CatalogueEntry {
  id: string
  name: string
  /** Variables that the engine looks for its key in. */
  env: string[]
}

/** Answer of `GET /api/servers/<id>/provider-catalogue?directory=<path>`. */
export interface ProviderCatalogue {
  entries: CatalogueEntry[]
}
