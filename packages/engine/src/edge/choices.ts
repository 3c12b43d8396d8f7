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

type Kinds = Model['capabilities']['input']
/** What it reads or writes besides text. */
type KnownKinds = Partial<Pick<Kinds, 'image' | 'pdf' | 'audio' | 'video'>>

export type KnownModel = Pick<Model, 'id' | 'name'> & {
  /** Tokens; 0: it is not known. */
  limit: Pick<Model['limit'], 'context' | 'input'> & Partial<Pick<Model['limit'], 'output'>>
  /** Dollars for a million tokens. */
  cost?: Pick<Model['cost'], 'input' | 'output'> & { cache?: Model['cost']['cache'] }
  capabilities?: Partial<Pick<Model['capabilities'], 'reasoning' | 'toolcall'>> & {
    input: Pick<Kinds, 'image'> & KnownKinds
    output?: KnownKinds
  }
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
  small_model?: string
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
  limit: object<KnownModel['limit']>({ context: number, input: may(number), output: may(number) }),
  cost: may(
    object<NonNullable<KnownModel['cost']>>({
      input: number,
      output: number,
      cache: may(object<Model['cost']['cache']>({ read: number, write: number })),
    }),
  ),
  capabilities: may(
    object<NonNullable<KnownModel['capabilities']>>({
      reasoning: may(flag),
      toolcall: may(flag),
      input: object<Pick<Kinds, 'image'> & KnownKinds>({
        image: flag,
        pdf: may(flag),
        audio: may(flag),
        video: may(flag),
      }),
      output: may(
        object<KnownKinds>({ image: may(flag), pdf: may(flag), audio: may(flag), video: may(flag) }),
      ),
    }),
  ),
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
  small_model: may(handle),
  default_agent: may(handle),
})

/** Opens one terminal's connection, once. */
export const ticket: Schema<{ ticket: string }> = object<{ ticket: string }>({ ticket: id })
