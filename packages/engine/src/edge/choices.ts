/** What prompts can go to: as much of models, agents and settings as the console uses. */
import type { Agent, Model, Provider } from '@kilocode/sdk/v2/client'
import * as v from 'valibot'
import {
  among,
  anything,
  flag,
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
  list(name),
  v.pipe(
    v.custom((all) => !Array.isArray(all)),
    table(anything),
    v.transform((all) => Object.keys(all)),
  ),
])

const model = object<KnownModel>({
  id: name,
  name,
  limit: object<KnownModel['limit']>({ context: number }),
  cost: may(object<NonNullable<KnownModel['cost']>>({ input: number, output: number })),
  capabilities: may(object<NonNullable<KnownModel['capabilities']>>({ input: object({ image: flag }) })),
  variants: may(namesOf),
})

export const provider: Schema<KnownProvider> = object<KnownProvider>({ id: name, name, models: table(model) })

export const defaults: Schema<Record<string, string>> = table(name)

export const agent: Schema<KnownAgent> = object<KnownAgent>({
  name,
  displayName: may(name),
  description: may(message),
  mode: among('subagent', 'primary', 'all'),
  hidden: may(flag),
  model: may(object<NonNullable<KnownAgent['model']>>({ modelID: name, providerID: name })),
})

export const config: Schema<KnownConfig> = object<KnownConfig>({ model: may(name), default_agent: may(name) })

/** Opens one terminal's connection, once. */
export const ticket: Schema<{ ticket: string }> = object<{ ticket: string }>({ ticket: id })
