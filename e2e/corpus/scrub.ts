/** PURE: what a real engine said, made fit for a repository: no paths of a machine, no secrets, few samples, short texts. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Longer texts are cut: the engine's own prompts and the tools' outputs are not what the corpus is about. */
const LONGEST = 300
const MOST_ENTRIES = 30
const SECRET = /^(key|apiKey|password|token|authorization)$/i

/** `names`: what stands for somebody's machine, and what to say instead. */
export function scrub(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return cut(rename(value, names))
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((one) => scrub(one, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      rename(key, names),
      SECRET.test(key) && typeof one === 'string' ? 'secret' : scrub(one, names),
    ]),
  )
}

function rename(text: string, names: ReadonlyMap<string, string>): string {
  let renamed = text
  for (const [name, instead] of names) renamed = renamed.replaceAll(name, instead)
  return renamed
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Its keys and types: two values of one shape are one sample. */
function shapeOf(value: Json): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].toSorted().join()}]`
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  const tag = ['type', 'status', 'role', 'name']
    .map((key) => value[key])
    .find((tag) => typeof tag === 'string')
  const keys = Object.entries(value).map(([key, one]) => `${key}:${shapeOf(one)}`)
  return `{${String(tag)} ${keys.toSorted().join()}}`
}

/** The first of each shape. */
export function distinct(values: readonly Json[]): Json[] {
  return [...new Map(values.toReversed().map((value) => [shapeOf(value), value])).values()].toReversed()
}
