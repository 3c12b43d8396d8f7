/** PURE: what the settings of a place say of something that is on or off. */
import type { Configuration, ConfigurationField } from '../../../../shared/configuration.ts'

type Fields = Pick<Configuration, 'fields'>

export interface Flag {
  isOn: boolean
  /** It is on with settings of its own: on and off alone would take them away. */
  isDetailed: boolean
  field: ConfigurationField | undefined
}

export function flagOf({ fields }: Fields, path: readonly string[], byDefault: boolean): Flag {
  const field = fieldAt({ fields }, path)
  const value = field?.shown && 'value' in field.shown ? field.shown.value : undefined
  const below = fields.find((one) => one.path.length > path.length && startsWith(one.path, path))
  const isDetailed = below !== undefined || (typeof value === 'object' && value !== null)
  return {
    isOn: isDetailed || (typeof value === 'boolean' ? value : byDefault),
    isDetailed,
    field: field ?? below,
  }
}

export function fieldAt({ fields }: Fields, path: readonly string[]): ConfigurationField | undefined {
  return fields.find((one) => one.path.length === path.length && startsWith(one.path, path))
}

/** Undefined: nobody says it, or it is a secret. */
export function valueAt(known: Fields, path: readonly string[]): unknown {
  const shown = fieldAt(known, path)?.shown
  return shown && 'value' in shown ? shown.value : undefined
}

const startsWith = (path: readonly string[], start: readonly string[]) =>
  start.every((part, at) => path[at] === part)
