/** PURE: what has to be changed in a file, where it has one thing and is to have another: nothing that is the same, and nothing beside it. */
import type { FieldChange, SettingValue } from '../../../../../shared/configuration.ts'

export type Bag = { [name: string]: SettingValue }

/**
 * Of what stands at `path`. Absent in `after` is taken out; what is not in either is not touched.
 *
 * @param holdsMore whether there is more in a table than `before` knows of: it is not taken out as a whole.
 */
export function changesBetween(
  path: string[],
  before: Bag,
  after: Bag,
  holdsMore: (path: readonly string[]) => boolean = () => false,
): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const own = [...path, name]
    const [old, now] = [valueIn(before, name), valueIn(after, name)]
    if (isBag(old) && (isBag(now) || (now === undefined && holdsMore(own))))
      return changesBetween(own, old, isBag(now) ? now : {}, holdsMore)
    if (now === undefined) return old === undefined ? [] : [{ path: own }]
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ path: own, value: now }]
  })
}

const valueIn = (bag: Bag, name: string): SettingValue | undefined =>
  Object.hasOwn(bag, name) ? bag[name] : undefined

export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Puts one value into a copy. */
export function withValue(bag: Bag, [name = '', ...rest]: readonly string[], value: SettingValue): Bag {
  const inner = valueIn(bag, name)
  return { ...bag, [name]: rest.length === 0 ? value : withValue(isBag(inner) ? inner : {}, rest, value) }
}
