/** PURE: a change of settings as a page should send it, and as the engine takes it. */
import type { ConfigurationChange, FieldChange, SettingValue } from '../../shared/configuration.ts'
import { HttpProblem } from '../http/problem.ts'

const MOST_TEXT = 10_000
const MOST_PATH = 4096
/** A server tells of up to two thousand models; of those that are there already each setting is a change of its own. */
const MOST_CHANGES = 5000
const MOST_NAMES = 12
const MOST_NAME = 512

/** One of them, with what the page may not know of its path. */
export interface MeantChange {
  path: readonly string[]
  /** As the file has it. */
  written: readonly string[]
  value?: SettingValue | undefined
}

/** Throws 400 `bad-change`. */
export function askedChange({ scope, changes, expected }: Record<string, unknown>): ConfigurationChange {
  const { path: file, revision } = (expected ?? {}) as Record<string, unknown>
  const isPlace = scope === 'global' || scope === 'project'
  const isFile = isText(file, MOST_PATH) && isText(revision, 512)
  if (!isPlace || !isFile || !areChanges(changes))
    throw new HttpProblem(400, 'bad-change', 'This is no change of settings.')
  const asked = changes.map(({ path, value }) => ({ path, ...(value !== undefined && { value }) }))
  return { scope, changes: asked, expected: { path: file, revision } }
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most

const areChanges = (changes: unknown): changes is FieldChange[] =>
  Array.isArray(changes) && changes.length > 0 && changes.length <= MOST_CHANGES && changes.every(isChange)

function isChange(change: unknown): boolean {
  if (typeof change !== 'object' || change === null) return false
  const { path, value } = change as Record<string, unknown>
  return isSettingPath(path) && (value === undefined || isValue(value, MOST_NAMES - path.length))
}

const isName = (name: unknown): name is string => isText(name, MOST_NAME) && name !== '__proto__'

const isSettingPath = (path: unknown): path is string[] =>
  Array.isArray(path) && path.length > 0 && path.length <= MOST_NAMES && path.every(isName)

/** @param depth how many levels it may have below this one. */
function isValue(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.length <= MOST_TEXT
  if (typeof value !== 'object') return typeof value === 'boolean' || Number.isFinite(value)
  if (value === null || depth <= 0) return false
  if (Array.isArray(value)) return value.every((item) => isValue(item, depth - 1))
  return Object.entries(value).every(([name, item]) => isName(name) && isValue(item, depth - 1))
}

/** What is set becomes one object. */
export function setAndUnset(changes: readonly MeantChange[]): { set?: object; unset?: string[][] } {
  const sets = changes.filter(({ value }) => value !== undefined)
  const unset = changes.filter(({ value }) => value === undefined).map(({ written }) => [...written])
  const set: Bag = {}
  const own = new Set([set])
  for (const { path, value } of sets) lay(set, path, value, own)
  return { ...(sets.length > 0 && { set }), ...(unset.length > 0 && { unset }) }
}

type Bag = Record<string, unknown>

/** `own`: those that were made here; what came with a change is copied before it is. */
function lay(into: Bag, [name = '', ...rest]: readonly string[], value: unknown, own: Set<Bag>): void {
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const inner = into[name]
  const bag: Bag = !isBag(inner) ? {} : own.has(inner) ? inner : { ...inner }
  own.add(bag)
  lay(bag, rest, value, own)
  into[name] = bag
}

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
