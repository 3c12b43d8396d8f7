/** PURE: the models of all servers as one list, and what of it is looked for. */
import type { ModelChoice } from '../../../store/choices.ts'
import { sameList } from '../../../ui/same-list.ts'

/** What one server offers. */
export interface Offer {
  serverId: string
  models: readonly ModelChoice[]
}

export interface ModelRow {
  id: string
  /** `provider/model`. */
  key: string
  model: ModelChoice
  /** Where it is offered as it is here. */
  servers: readonly string[]
  /** What it is found by, in small letters. */
  text: string
}

/** One row for each model: servers that say the same of it share one, so that nothing is listed twice, and nothing that differs is left out. */
export function inventoryOf(offers: readonly Offer[]): ModelRow[] {
  const rows = new Map<string, ModelRow>()
  for (const { serverId, models } of offers)
    for (const model of models) {
      const id = JSON.stringify(model)
      const row = rows.get(id) ?? rowOf(id, model)
      rows.set(id, { ...row, servers: [...row.servers, serverId] })
    }
  return [...rows.values()]
}

function rowOf(id: string, model: ModelChoice): ModelRow {
  const key = `${model.providerID}/${model.modelID}`
  return { id, key, model, servers: [], text: `${model.name} ${model.provider} ${key}`.toLowerCase() }
}

export type Order = 'provider' | 'context' | 'price'

export interface Wanted {
  query: string
  /** Empty: any. */
  provider: string
  server: string
  order: Order
  isFavourite: boolean
  isFree: boolean
  reasons: boolean
  seesImages: boolean
  /** With those that are hidden. */
  withHidden: boolean
}

export const EVERYTHING: Wanted = {
  query: '',
  provider: '',
  server: '',
  order: 'provider',
  isFavourite: false,
  isFree: false,
  reasons: false,
  seesImages: false,
  withHidden: false,
}

export interface Marked {
  favourites: ReadonlySet<string>
  hidden: ReadonlySet<string>
}

/** Every word is in its name, its provider or its id. */
export function wantedRows(rows: readonly ModelRow[], wanted: Wanted, marked: Marked): ModelRow[] {
  const words = wanted.query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = rows.filter(
    (row) => isWanted(row, wanted, marked) && words.every((word) => row.text.includes(word)),
  )
  return sorted(found, wanted.order)
}

function isWanted(
  { key, model, servers }: ModelRow,
  wanted: Wanted,
  { favourites, hidden }: Marked,
): boolean {
  if (!wanted.withHidden && hidden.has(key)) return false
  if (wanted.provider !== '' && model.providerID !== wanted.provider) return false
  if (wanted.server !== '' && !servers.includes(wanted.server)) return false
  if (wanted.isFavourite && !favourites.has(key)) return false
  if (wanted.isFree && priceOf(model) !== 0) return false
  if (wanted.reasons && !model.capabilities?.reasoning) return false
  return !wanted.seesImages || model.seesImages === true
}

/** What nobody told stands last. Equals keep the order in which servers tell them. */
function sorted(rows: ModelRow[], order: Order): ModelRow[] {
  if (order === 'context') return rows.toSorted((a, b) => b.model.contextLimit - a.model.contextLimit)
  if (order === 'price') return rows.toSorted((a, b) => priceOf(a.model) - priceOf(b.model))
  return rows
}

/** Dollars for a million tokens in and a million out. */
const priceOf = ({ cost }: ModelChoice): number =>
  cost ? cost.input + cost.output : Number.POSITIVE_INFINITY

/** By id, in the order in which they come. */
export const providersOf = (rows: readonly ModelRow[]): { id: string; name: string }[] =>
  [...new Map(rows.map(({ model }) => [model.providerID, model.provider]))].map(([id, name]) => ({
    id,
    name,
  }))

/** The rows as they are now; of those that say what they said before, the same objects. */
export function keepRows(before: readonly ModelRow[], now: readonly ModelRow[]): readonly ModelRow[] {
  const known = new Map(before.map((row) => [row.id, row]))
  return now.map((row) => {
    const former = known.get(row.id)
    return former && sameList(former.servers, row.servers) ? former : row
  })
}
