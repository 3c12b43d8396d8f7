/** PURE: where what is in force comes from, as far as it can be seen from the files. */
import { isDeepStrictEqual } from 'node:util'
import type { FieldOrigin } from '../../shared/configuration.ts'
import type { Leaf } from './leaves.ts'
import { isReference } from './shown-value.ts'

/** One source that sets a field. */
export interface Layer {
  source: number
  line?: number
  value: unknown
}

export function originOf(
  path: readonly string[],
  effective: Leaf | undefined,
  layers: readonly Layer[],
): FieldOrigin {
  const winner = layers.at(-1)
  if (!winner) return withoutLayers(path)
  if (!effective) return 'unused'
  if (isDeepStrictEqual(effective.value, winner.value)) return 'layer'
  if (isJoined(path, effective.value, layers)) return 'joined'
  return isReference(winner.value) && mayBecome(winner.value, effective.value) ? 'layer' : 'above'
}

/** What the engine filled in for a reference stays with it: the file's own words are shown. */
export function valueOf(origin: FieldOrigin, effective: Leaf | undefined, layers: readonly Layer[]): unknown {
  const winner = layers.at(-1)
  if (origin === 'layer') return winner?.value
  if (origin === 'joined' && layers.some(({ value }) => isReference(value))) return itemsOf(layers)
  return effective?.value
}

/** Agents and commands have files of their own, and some things the engine brings along. */
function withoutLayers([kind = '']: readonly string[]): FieldOrigin {
  if (['agent', 'command', 'mode', 'skills'].includes(kind)) return 'folder'
  return kind === 'plugin' || kind === 'username' ? 'default' : 'untold'
}

/** Of two lists the later one wins, but for these: plugins and instructions of several files are put together. */
function isJoined([kind]: readonly string[], effective: unknown, layers: readonly Layer[]): boolean {
  if (kind !== 'plugin' && kind !== 'instructions') return false
  const last = layers.at(-1)?.value
  if (!Array.isArray(effective) || !Array.isArray(last)) return false
  // Plugins get other names by it, and some of the engine's own before them.
  const isIn = kind === 'plugin' ? isPluginIn : isItemIn
  const all = itemsOf(layers)
  const isOwn = (item: unknown) => kind === 'plugin' || all.some((one) => isItemIn(one, [item]))
  return last.every((item) => isIn(item, effective)) && effective.every(isOwn)
}

const isItemIn = (item: unknown, list: readonly unknown[]): boolean =>
  list.some((one) => mayBecome(item, one))

function isPluginIn(item: unknown, list: readonly unknown[]): boolean {
  const name = (plugin: unknown) => String(Array.isArray(plugin) ? plugin[0] : plugin)
  const own = name(item)
  if (isReference(own)) return true
  // A file of its own gets its whole path.
  const end = own.split('/').at(-1) ?? ''
  return list.some((one) => name(one).includes(end))
}

/** Whether the engine may have made this of it, by filling in what it refers to. */
function mayBecome(written: unknown, value: unknown): boolean {
  if (Array.isArray(written))
    return (
      Array.isArray(value) &&
      written.length === value.length &&
      written.every((item, at) => mayBecome(item, value[at]))
    )
  if (typeof written !== 'string' || !isReference(written)) return isDeepStrictEqual(written, value)
  if (typeof value === 'object' && value !== null) return false
  return fits(written.split(/\{(?:env|file):[^}]*\}/), String(value))
}

/** Whether a text is these pieces, with anything between them. */
function fits(pieces: readonly string[], text: string): boolean {
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return at + last.length <= text.length
}

const itemsOf = (layers: readonly Layer[]): unknown[] =>
  layers.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : []))
