/** How an answer is checked. What does not fit is counted by who asked: one bad entry of a list does not cost the others. */
import * as v from 'valibot'
import { bagOf, type Schema } from './bounds.ts'

export type Dropped = (count: number) => void

/** The value as its schema says, or nothing. Never throws. */
export function fitting<T>(schema: Schema<T>, value: unknown): T | undefined {
  const checked = v.safeParse(schema, value, { abortEarly: true })
  return checked.success ? checked.output : undefined
}

/** The fitting ones of the first `most`; the rest counts as dropped, and so does a list that is none. */
export function fittingOnes<T>(schema: Schema<T>, value: unknown, most: number, dropped: Dropped): T[] {
  const given: unknown[] = Array.isArray(value) ? value : []
  const kept = given.slice(0, most).flatMap((one): T[] => {
    const checked = v.safeParse(schema, one, { abortEarly: true })
    return checked.success ? [checked.output] : []
  })
  const bad = Array.isArray(value) ? given.length - kept.length : 1
  if (bad > 0) dropped(bad)
  return kept
}

/** The same for what stands under keys that are ids. */
export function fittingEntries<T>(
  key: Schema<string>,
  schema: Schema<T>,
  value: unknown,
  most: number,
  dropped: Dropped,
): Record<string, T> {
  const given = Object.entries(bagOf(value))
  const kept = given.slice(0, most).flatMap(([name, one]): [string, T][] => {
    const checked = v.safeParse(schema, one, { abortEarly: true })
    return checked.success && v.is(key, name) ? [[name, checked.output]] : []
  })
  if (kept.length < given.length) dropped(given.length - kept.length)
  return Object.fromEntries(kept)
}
