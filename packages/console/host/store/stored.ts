/** PURE: what stands in a file of the host's: `{"version": 2, …}`. */
import * as v from 'valibot'

export interface Format<Value extends object> {
  /** Of the newest version. What it does not name is left out. */
  schema: v.GenericSchema<unknown, Value>
  /** Each makes of the content of a version that of the next one, from 0 on, which is a file without a number. Their count is the newest version. */
  migrations: readonly ((content: unknown) => unknown)[]
}

export type Stored<Value> =
  | { kind: 'ok'; value: Value; isOld: boolean }
  | { kind: 'broken'; why: string }
  /** Written by a later kilo. */
  | { kind: 'newer'; why: string }

export function parseStored<Value extends object>(
  text: string,
  { schema, migrations }: Format<Value>,
): Stored<Value> {
  const read = parseJson(text)
  if (typeof read !== 'object' || read === null) return { kind: 'broken', why: 'is not JSON' }
  const { version = 0, ...content } = read as Record<string, unknown>
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return { kind: 'broken', why: 'has no version' }
  if (version > migrations.length) return { kind: 'newer', why: `is of version ${version}` }
  try {
    const now = migrations.slice(version).reduce<unknown>((old, migrate) => migrate(old), content)
    const { success, output } = v.safeParse(schema, now, { abortEarly: true })
    if (success) return { kind: 'ok', value: output, isOld: version < migrations.length }
  } catch {
    // A migration found something else than its version had.
  }
  return { kind: 'broken', why: 'is of a wrong shape' }
}

export function formatStored<Value extends object>(value: Value, { migrations }: Format<Value>): string {
  return `${JSON.stringify({ version: migrations.length, ...value }, undefined, 2)}\n`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
