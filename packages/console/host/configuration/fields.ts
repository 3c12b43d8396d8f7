/** PURE: every setting that somebody sets: what is in force, who says so, and who else would. */
import type { ConfigurationField, ConfigurationSource, FieldLayer } from '../../shared/configuration.ts'
import type { FileLooks } from './file-look.ts'
import { leavesOf, put, valueAt, type Leaf } from './leaves.ts'
import { originOf, valueOf, type Layer } from './origin.ts'
import { shownPath } from './shown-path.ts'
import { isReference, shownValue } from './shown-value.ts'

export const MOST_FIELDS = 2000

type Bag = Record<string, unknown>

export interface FieldsInput {
  /** As the engine uses them. */
  effective: Bag
  sources: readonly ConfigurationSource[]
  looks: FileLooks
  /** The file that a change goes to; absent: none can be changed. */
  target?: { path: string; raw: Bag }
  /** Files that the engine itself has told of, for a server whose files are not read here. */
  told: readonly { path: string; raw: Bag }[]
}

export function fieldsOf(input: FieldsInput): { fields: ConfigurationField[]; more: boolean } {
  const effective = leavesOf(input.effective)
  const layers = layersOf(input)
  const paths = new Map<string, string[]>()
  for (const [key, { path }] of effective) paths.set(key, path)
  for (const [key, { path }] of layers) paths.set(key, path)
  const fields = [...paths]
    .filter(([key]) => setsSomething(effective.get(key), layers.get(key)?.layers ?? []))
    .map(([key, path]) => fieldOf(path, effective.get(key), layers.get(key)?.layers ?? [], input))
    .toSorted((a, b) => order(a.path.join('\0'), b.path.join('\0')))
  return { fields: fields.slice(0, MOST_FIELDS), more: fields.length > MOST_FIELDS }
}

/** An empty table says something where it is in force, and nothing where others set what is in it. */
function setsSomething(effective: Leaf | undefined, layers: readonly Layer[]): boolean {
  if (effective) return !isEmptyBag(effective.value) || layers.length > 0
  return layers.some(({ value }) => !isEmptyBag(value))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function layersOf({ sources, looks, told }: FieldsInput): Map<string, { path: string[]; layers: Layer[] }> {
  const byKey = new Map<string, { path: string[]; layers: Layer[] }>()
  for (const [source, { path = '', state }] of sources.entries()) {
    if (state === 'skipped' || state === 'absent') continue
    for (const [key, leaf] of valuesOf(path, looks, told)) {
      const { layers } = byKey.get(key) ?? { layers: [] }
      const { path: own, value, line } = leaf
      byKey.set(key, {
        path: own,
        layers: [...layers, { source, value, ...(line !== undefined && { line }) }],
      })
    }
  }
  return byKey
}

function valuesOf(
  path: string,
  looks: FileLooks,
  told: FieldsInput['told'],
): ReadonlyMap<string, Leaf & { line?: number }> {
  const look = looks.get(path)
  if (look?.found !== 'file') return leavesOf(told.find((file) => file.path === path)?.raw ?? {})
  const values = new Map<string, Leaf & { line?: number }>()
  for (const { path: own, value, line } of look.parsed.values) {
    const one = new Map<string, Leaf>()
    put(one, own, value)
    for (const [key, leaf] of one) values.set(key, { ...leaf, line })
  }
  return values
}

function fieldOf(
  path: string[],
  effective: Leaf | undefined,
  layers: readonly Layer[],
  { target, sources }: FieldsInput,
): ConfigurationField {
  const origin = originOf(path, effective, layers)
  const value = valueOf(origin, effective, layers)
  const shownLayers = layers.map(({ source, line, value: own }): FieldLayer => ({
    source,
    ...(line !== undefined && { line }),
    shown: shownValue(path, own),
  }))
  return {
    path: shownPath(path),
    ...(value !== undefined && { shown: shownValue(path, value) }),
    origin,
    layers: shownLayers,
    ...(isUnsure(origin, layers, sources) && { isUnsure: true as const }),
    ...(target && valueAt(target.raw, path) !== undefined && { inTarget: true as const }),
  }
}

/** What a reference refers to is known to the engine alone: whether another source wins can't be seen. */
function isUnsure(
  origin: ConfigurationField['origin'],
  layers: readonly Layer[],
  sources: readonly ConfigurationSource[],
): boolean {
  const winner = layers.at(-1)
  if (!winner || origin !== 'layer' || !isReference(winner.value)) return false
  return sources.slice(winner.source + 1).some(({ state }) => state === 'unread')
}

const isEmptyBag = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
