/** What prompts can go to: as much of models, agents and settings as the console uses. */
import type { Agent, Model, Provider } from '@kilocode/sdk/v2/client'
import * as v from 'valibot'
import {
  among,
  anything,
  flag,
  handle,
  id,
  list,
  may,
  message,
  name,
  number,
  object,
  table,
  type Schema,
} from './bounds.ts'

export type KnownModel = Pick<Model, 'id' | 'name'> & {
  limit: Pick<Model['limit'], 'context'>
  /** Dollars for a million tokens. */
  cost?: Pick<Model['cost'], 'input' | 'output'>
  capabilities?: { input: Pick<Model['capabilities']['input'], 'image'> }
  /** Their names: what they stand for is the engine's. */
  variants?: string[]
}
export type KnownProvider = Pick<Provider, 'id' | 'name'> & { models: Record<string, KnownModel> }
export type KnownAgent = Pick<Agent, 'name' | 'displayName' | 'description' | 'mode' | 'hidden' | 'model'>

export interface KnownProviders {
  providers: KnownProvider[]
  /** Model ids by provider. */
  default: Record<string, string>
}

/** The rest of it holds secrets in clear, and stays with the engine. */
export interface KnownConfig {
  model?: string
  default_agent?: string
}

/** The keys of a table; a list is one of names already. */
const namesOf: Schema<string[]> = v.union([
  list(handle),
  v.pipe(
    v.custom((all) => !Array.isArray(all)),
    table(anything),
    v.transform((all) => Object.keys(all)),
  ),
])

const model = object<KnownModel>({
  id: handle,
  name,
  limit: object<KnownModel['limit']>({ context: number }),
  cost: may(object<NonNullable<KnownModel['cost']>>({ input: number, output: number })),
  capabilities: may(object<NonNullable<KnownModel['capabilities']>>({ input: object({ image: flag }) })),
  variants: may(namesOf),
})

export const provider: Schema<KnownProvider> = object<KnownProvider>({
  id: handle,
  name,
  models: table(model),
})

export const defaults: Schema<Record<string, string>> = table(handle)

export const agent: Schema<KnownAgent> = object<KnownAgent>({
  name: handle,
  displayName: may(name),
  description: may(message),
  mode: among('subagent', 'primary', 'all'),
  hidden: may(flag),
  model: may(object<NonNullable<KnownAgent['model']>>({ modelID: handle, providerID: handle })),
})

export const config: Schema<KnownConfig> = object<KnownConfig>({
  model: may(handle),
  default_agent: may(handle),
})

/** Opens one terminal's connection, once. */
export const ticket: Schema<{ ticket: string }> = object<{ ticket: string }>({ ticket: id })
