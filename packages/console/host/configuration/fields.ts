/** PURE: every setting that somebody sets: what is in force, who says so, and who else would. */
import { isDeepStrictEqual } from 'node:util'
import type {
  ConfigurationField,
  ConfigurationSource,
  FieldLayer,
  FieldOrigin,
} from '../../shared/configuration.ts'
import type { FileLooks } from './file-look.ts'
import { leavesOf, put, valueAt, type Leaf } from './leaves.ts'
import { isReference, shownValue } from './shown-value.ts'

export const MOST_FIELDS = 2000

type Bag = Record<string, unknown>

interface Layer {
  source: number
  line?: number
  value: unknown
}

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
    .filter(([key]) => !isEmptyBag(effective.get(key)?.value) || layers.has(key))
    .map(([key, path]) => fieldOf(path, effective.get(key), layers.get(key)?.layers ?? [], input.target?.raw))
    .toSorted((a, b) => order(a.path.join('\0'), b.path.join('\0')))
  return { fields: fields.slice(0, MOST_FIELDS), more: fields.length > MOST_FIELDS }
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
  target: Bag | undefined,
): ConfigurationField {
  const origin = originOf(path, effective, layers)
  const value = valueOf(origin, effective, layers)
  const shownLayers = layers.map(({ source, line, value: own }): FieldLayer => ({
    source,
    ...(line !== undefined && { line }),
    shown: shownValue(path, own),
  }))
  return {
    path,
    ...(value !== undefined && { shown: shownValue(path, value) }),
    origin,
    layers: shownLayers,
    ...(target && valueAt(target, path) !== undefined && { inTarget: true as const }),
  }
}

/** What the engine filled in for a reference stays with it: the file's own words are shown. */
function valueOf(origin: FieldOrigin, effective: Leaf | undefined, layers: readonly Layer[]): unknown {
  const winner = layers.at(-1)
  if (origin === 'layer') return winner?.value
  if (origin === 'joined' && layers.some(({ value }) => isReference(value)))
    return layers.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : []))
  return effective?.value
}

function originOf(
  path: readonly string[],
  effective: Leaf | undefined,
  layers: readonly Layer[],
): FieldOrigin {
  const winner = layers.at(-1)
  if (!winner) return withoutLayers(path)
  if (isReference(winner.value) && effective && !Array.isArray(winner.value)) return 'layer'
  if (!effective) return 'unused'
  if (isDeepStrictEqual(effective.value, winner.value)) return 'layer'
  return isJoined(path, effective.value, layers) ? 'joined' : 'above'
}

/** Agents and commands have files of their own, and some things the engine brings along. */
function withoutLayers([kind = '']: readonly string[]): FieldOrigin {
  if (['agent', 'command', 'mode', 'skills'].includes(kind)) return 'folder'
  return kind === 'plugin' || kind === 'username' ? 'default' : 'untold'
}

/** Lists of several files are put together; plugins get other names by it, and some of the engine's own before them. */
function isJoined([kind]: readonly string[], effective: unknown, layers: readonly Layer[]): boolean {
  if (!Array.isArray(effective)) return false
  if (kind === 'plugin' || layers.some(({ value }) => isReference(value))) return true
  const all = layers.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : []))
  const has = (list: readonly unknown[], item: unknown) => list.some((one) => isDeepStrictEqual(one, item))
  const last = layers.at(-1)?.value
  return (
    Array.isArray(last) &&
    effective.every((item) => has(all, item)) &&
    last.every((item) => has(effective, item))
  )
}

const isEmptyBag = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
