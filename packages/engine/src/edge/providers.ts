/** What the engine tells of the providers that are connected, and of those that could be: as much as the page of providers shows. */
import * as v from 'valibot'
import {
  anything,
  bag,
  flag,
  handle,
  list,
  may,
  name,
  number,
  object,
  table,
  text,
  type Schema,
} from './bounds.ts'

/** Whether something that may be a secret is there: what it is stays with the engine. */
const isThere: Schema<boolean> = v.pipe(
  v.string(),
  v.transform((text) => text !== ''),
)

export interface ConnectedProvider {
  id: string
  name: string
  /** Where it comes from: `config`, `env`, `api` (a stored key) or `custom` (built in). */
  source: string
  /** Variables that the engine looks for a key in. */
  env?: string[]
  /** A stored key, or one of the environment. */
  key?: boolean
  options: { baseURL?: string }
  /** Each of them is a `ConnectedModel`, or nothing. */
  models: Record<string, unknown>
}

export const connectedProvider: Schema<ConnectedProvider> = object<ConnectedProvider>({
  id: handle,
  name,
  source: name,
  env: may(list(name, 50)),
  key: may(isThere),
  options: object<ConnectedProvider['options']>({ baseURL: may(name) }),
  models: bag,
})

export const connectedProviders: Schema<{ providers: unknown[] }> = object<{ providers: unknown[] }>({
  providers: list(anything, 1000),
})

/** By kind: text, image, pdf, audio, video. */
type Kinds = Record<string, boolean>

export interface ConnectedModel {
  id: string
  name: string
  api: { npm?: string; url?: string }
  capabilities: {
    temperature: boolean
    reasoning: boolean
    toolcall: boolean
    input: Kinds
    output: Kinds
  }
  cost?: { input: number; output: number; cache?: { read: number; write: number } }
  limit: { context: number; input?: number; output: number }
  status?: string
  variants?: Record<string, unknown>
}

const kinds: Schema<Kinds> = table(flag)

export const connectedModel: Schema<ConnectedModel> = object<ConnectedModel>({
  id: handle,
  name,
  api: object<ConnectedModel['api']>({ npm: may(name), url: may(name) }),
  capabilities: object<ConnectedModel['capabilities']>({
    temperature: flag,
    reasoning: flag,
    toolcall: flag,
    input: kinds,
    output: kinds,
  }),
  cost: may(
    object<NonNullable<ConnectedModel['cost']>>({
      input: number,
      output: number,
      cache: may(object({ read: number, write: number })),
    }),
  ),
  limit: object<ConnectedModel['limit']>({ context: number, input: may(number), output: number }),
  status: may(name),
  variants: may(bag),
})

/** The key that the engine uses for a provider: for the host alone. */
export interface ProviderKey {
  id: string
  key?: string
  options: { apiKey?: string; baseURL?: string; headers?: Record<string, unknown> }
}

export const providerKey: Schema<ProviderKey> = object<ProviderKey>({
  id: handle,
  key: may(text),
  options: object<ProviderKey['options']>({ apiKey: may(text), baseURL: may(text), headers: may(bag) }),
})

/** One of the catalogue: what can be connected, and how. */
export interface Integration {
  id: string
  name: string
  methods: { type: string; names?: string[] }[]
}

export const integration: Schema<Integration> = object<Integration>({
  id: handle,
  name,
  methods: list(object<Integration['methods'][number]>({ type: name, names: may(list(name, 50)) }), 50),
})

export const integrations: Schema<{ data: unknown[] }> = object<{ data: unknown[] }>({
  data: list(anything),
})
