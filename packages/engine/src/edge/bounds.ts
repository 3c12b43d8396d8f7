/** What the schemas are made of: values with bounds, and objects that agree with the engine's own types key by key. */
import * as v from 'valibot'
import { valueLimits } from './limits.ts'

export type Schema<T> = v.GenericSchema<unknown, T>

type Optional<T> = v.ExactOptionalSchema<Schema<T>, undefined>

/** A schema for each key of T: a key that the type gains does not compile until it has one. */
type Fields<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Schema<T[K]>
}

/** A key that need not be there. Null counts as not there: the engine has `blocking: null` in a list and leaves it out of the event. */
export function may<T>(schema: Schema<T>): Optional<T> {
  return v.exactOptional(schema)
}

/** An object with these keys. Others do not make it wrong, and are not kept: what nobody knows has no bound. */
export function object<T extends object>(fields: Fields<T>): Schema<T> {
  const entries = Object.entries<Schema<unknown>>(fields)
  const optional = entries.flatMap(([key, schema]) => (schema.type === 'exact_optional' ? [key] : []))
  const withoutNulls = (value: unknown): unknown => {
    const bag = bagOf(value)
    const nulls = optional.filter((key) => bag[key] === null)
    if (nulls.length === 0) return value
    return Object.fromEntries(Object.entries(bag).filter(([key]) => !nulls.includes(key)))
  }
  // `Fields` says of each key of T what valibot would infer of it.
  const schema = v.object(fields as unknown as v.ObjectEntries) as unknown as Schema<T>
  return optional.length === 0 ? schema : v.pipe(v.unknown(), v.transform(withoutNulls), schema)
}

/** One of several kinds of T, told apart by the value under `tag`. */
export function oneOf<K extends string, T extends Record<K, string>>(
  tag: K,
  kinds: { [Kind in T[K]]: Schema<Extract<T, Record<K, Kind>>> },
): Schema<T> {
  const known = new Map<unknown, Schema<T>>(Object.entries<Schema<T>>(kinds))
  return v.lazy((input) => known.get(bagOf(input)[tag]) ?? v.never()) as Schema<T>
}

export function list<T>(item: Schema<T>, most: number = valueLimits.list): Schema<T[]> {
  return v.pipe(v.array(item), v.maxLength(most))
}

/** Values under keys that are the server's to choose; `__proto__` and its like are left out. */
export function table<T>(value: Schema<T>): Schema<Record<string, T>> {
  return v.record(v.pipe(v.string(), v.maxLength(valueLimits.name)), value)
}

/** Anything at all: whoever reads it looks first. Its depth and size are bounded with the text that it came in. */
export const anything: Schema<unknown> = v.unknown()
export const bag: Schema<Record<string, unknown>> = table(anything)

export const flag: Schema<boolean> = v.boolean()
export const number: Schema<number> = v.pipe(v.number(), v.finite())
/** Unix milliseconds that a Date can hold: others make formatters throw. */
export const time: Schema<number> = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))

const upTo = (most: number) => v.pipe(v.string(), v.maxLength(most))
export const text: Schema<string> = upTo(valueLimits.text)
/** Of any length that an answer may have: only shown, and cut by whoever shows it. */
export const whole: Schema<string> = v.string()
export const path: Schema<string> = v.pipe(upTo(valueLimits.path), v.minLength(1), v.excludes('\0'))
/** Shown in one line, longer ones cut. */
export const name: Schema<string> = cut(valueLimits.name)
export const message: Schema<string> = cut(valueLimits.message)
/** What a model, an agent or a command is asked for by: a longer one is refused, for half of it is another one. */
export const handle: Schema<string> = v.pipe(upTo(valueLimits.name), v.minLength(1))

/** Goes into addresses and is a key of our objects, so not one that every object has. */
export const id: Schema<string> = v.pipe(
  upTo(valueLimits.id),
  v.regex(/^[\w.:-]+$/),
  v.check((value) => !(value in {})),
)

export function literal<const T extends string>(value: T): Schema<T> {
  return v.literal(value)
}

export function among<const T extends string>(...values: T[]): Schema<T> {
  return v.picklist(values)
}

function cut(most: number): Schema<string> {
  return v.pipe(
    v.string(),
    v.transform((value) => (value.length > most ? `${value.slice(0, most - 1)}…` : value)),
  )
}

/** Its keys, none for what is no object. */
export function bagOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
