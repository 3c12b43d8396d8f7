/** PURE: what may be written where the caret stands in a file of settings. */
import { getLocation, type Location } from 'jsonc-parser'
import { isValues, schemaAt } from './schema.ts'

export interface Suggestion {
  label: string
  /** What is put in the place of the text between. */
  text: string
  from: number
  to: number
}

const MOST = 8
/** Beyond that, each key would be felt. */
const MOST_TEXT = 200_000

export function suggest(text: string, caret: number): Suggestion[] {
  if (text.length > MOST_TEXT) return []
  const location = getLocation(text, caret)
  return location.isAtPropertyKey ? names(text, caret, location) : values(text, caret, location)
}

/** Those that are there already are offered too. */
function names(text: string, caret: number, location: Location): Suggestion[] {
  const schema = schemaAt(location.path.slice(0, -1))
  if (!schema || isValues(schema)) return []
  const { from, to, begun } = wordAt(text, caret, location)
  const isFollowed = /^\s*:/.test(text.slice(to, to + 20))
  return Object.keys(schema)
    .filter((name) => name !== '*' && fits(name, begun))
    .slice(0, MOST)
    .map((name) => ({ label: name, text: `${JSON.stringify(name)}${isFollowed ? '' : ': '}`, from, to }))
}

function values(text: string, caret: number, location: Location): Suggestion[] {
  const schema = schemaAt(location.path)
  if (!schema || !isValues(schema)) return []
  const { from, to, begun } = wordAt(text, caret, location)
  const isWritten = schema.some((value) => JSON.stringify(value) === text.slice(from, to))
  return schema
    .filter((value) => isWritten || fits(String(value), begun))
    .map((value) => ({ label: String(value), text: JSON.stringify(value), from, to }))
}

/** The name or value that is being written, with its quotes, and what of it stands before the caret. */
function wordAt(text: string, caret: number, { previousNode }: Location) {
  const { offset = caret, length = 0 } = previousNode ?? {}
  const isIn = previousNode !== undefined && caret >= offset && caret <= offset + length
  const from = isIn
    ? offset
    : caret - (/[\w$]*$/.exec(text.slice(Math.max(0, caret - 60), caret))?.[0].length ?? 0)
  const to = isIn ? offset + length : caret
  return { from, to, begun: text.slice(from, caret).replace(/^"/, '') }
}

const fits = (name: string, begun: string) => name.toLowerCase().includes(begun.toLowerCase())
