/** A provider as the engine has it, of which as much is read as a check needs. */
import * as v from 'valibot'
import { handle, list, may, object, table, text, type Schema } from '@kilo-console/engine/edge/bounds'
import { fitting } from '@kilo-console/engine/edge/check'

export interface KnownProvider {
  id: string
  baseURL: string | undefined
  /** Ids; the one that the engine would take first. */
  models: string[]
}

interface Provider {
  id: string
  options?: { baseURL?: string }
  models: Record<string, { api?: { url?: string } }>
}

const api = object<{ url?: string }>({ url: may(text) })
const provider: Schema<Provider> = object<Provider>({
  id: handle,
  options: may(object<{ baseURL?: string }>({ baseURL: may(text) })),
  models: table(object<{ api?: { url?: string } }>({ api: may(api) })),
})
const answer = object<{ providers: unknown[]; default?: Record<string, string> }>({
  providers: list(v.unknown()),
  default: may(table(handle)),
})

/** Undefined: it is not among them. `ids`: those that are. */
export function findProvider(
  value: unknown,
  id: string,
): { found: KnownProvider | undefined; ids: string[] } {
  const read = fitting(answer, value)
  const all = (read?.providers ?? []).flatMap((one) => fitting(provider, one) ?? [])
  const one = all.find((known) => known.id === id)
  return { found: one && known(one, read?.default?.[id]), ids: all.map((known) => known.id) }
}

function known({ id, options, models }: Provider, first: string | undefined): KnownProvider {
  const ids = Object.keys(models)
  const sorted =
    first !== undefined && ids.includes(first) ? [first, ...ids.filter((one) => one !== first)] : ids
  const url = options?.baseURL ?? models[sorted[0] ?? '']?.api?.url
  return { id, baseURL: url === '' ? undefined : url, models: sorted }
}
