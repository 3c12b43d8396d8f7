/** How an answer is checked. What does not fit is counted by who asked: one bad entry of a list does not cost the others. */
import * as v from 'valibot'
import { bagOf, type Schema } from './bounds.ts'

export type Dropped = (count: number) => void

/** The value as its schema says, or nothing. Never throws. */
export function fitting<T>(schema: Schema<T>, value: unknown): T | undefined {
  const checked = v.safeParse(schema, value, { abortEarly: true })
  return checked.success ? checked.output : undefined
}

/** The fitting ones of the first `most`; the rest counts as dropped. Throws for what is no list: an empty one would say that there is nothing. */
export function fittingOnes<T>(schema: Schema<T>, value: unknown, most: number, dropped: Dropped): T[] {
  if (!Array.isArray(value)) throw notWhatItShouldBe(dropped)
  const kept = value.slice(0, most).flatMap((one: unknown): T[] => {
    const checked = v.safeParse(schema, one, { abortEarly: true })
    return checked.success ? [checked.output] : []
  })
  if (kept.length < value.length) dropped(value.length - kept.length)
  return kept
}

function notWhatItShouldBe(dropped: Dropped): Error {
  dropped(1)
  return new Error('the answer is not what it should be')
}

/** The same for what stands under keys that are ids. */
export function fittingEntries<T>(
  key: Schema<string>,
  schema: Schema<T>,
  value: unknown,
  most: number,
  dropped: Dropped,
): Record<string, T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notWhatItShouldBe(dropped)
  const given = Object.entries(bagOf(value))
  const kept = given.slice(0, most).flatMap(([name, one]): [string, T][] => {
    const checked = v.safeParse(schema, one, { abortEarly: true })
    return checked.success && v.is(key, name) ? [[name, checked.output]] : []
  })
  if (kept.length < given.length) dropped(given.length - kept.length)
  return Object.fromEntries(kept)
}
