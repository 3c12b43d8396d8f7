/** PURE: what the file that a change goes to says of a provider. What is secret there is known to be there, and stays. */
import { belowInTarget, type Configuration, type SettingValue } from '../../../../../shared/configuration.ts'
import { withValue, type Bag } from './changes.ts'

export interface InFile {
  settings: Bag
  /** Below the provider: what is set there, and is not shown. */
  hidden: string[][]
}

export function inFileOf(configuration: Configuration | undefined, id: string): InFile {
  const found = configuration ? belowInTarget(configuration, ['provider', id]) : []
  return found.reduce<InFile>(
    (read, { path, shown }) => {
      const own = path.slice(2)
      const value = 'value' in shown ? shown.value : undefined
      return own.length > 0 && isWhole(value)
        ? { ...read, settings: withValue(read.settings, own, value) }
        : { ...read, hidden: [...read.hidden, own] }
    },
    { settings: {}, hidden: [] },
  )
}

/** What is cut, or has a part that is hidden, could not be written again. */
function isWhole(value: unknown): value is SettingValue {
  if (value === undefined || value === null) return false
  return !JSON.stringify(value).includes('…')
}
