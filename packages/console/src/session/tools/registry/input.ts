/** Reading what a model or a tool wrote: nothing about its shape is certain, and whatever is missing reads as empty. Pure. */

export type Bag = Record<string, unknown>

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const bagOf = (value: unknown): Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {}

export const listOf = (value: unknown): Bag[] => (Array.isArray(value) ? value.map(bagOf) : [])

/** The first of these that says something. */
export const firstText = (...values: unknown[]): string =>
  values.map(textOf).find((value) => value.trim() !== '') ?? ''

/** Any value as text for a person: JSON where it is not text already. */
export const readable = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')

/** A path from the session's directory, where it lies inside. */
export function relativePath(path: string, directory: string): string {
  return directory !== '/' && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path
}
