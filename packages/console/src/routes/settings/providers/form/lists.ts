/** PURE: the lists that say which providers may be used, where one of them is to be, or not to be. */
import type { Configuration, FieldChange } from '../../../../../shared/configuration.ts'
import { listIn } from '../rows.ts'

type Read = Pick<Configuration, 'fields'>

const ENABLED = 'enabled_providers'
const DISABLED = 'disabled_providers'

/** What no file decides, no file can change; and of what is not told whole the rest would be lost. */
const isOutOfReach = (read: Read, name: string): boolean => isAbove(read, name) || isCut(read, name)

const isAbove = ({ fields }: Read, name: string): boolean =>
  fields.some(({ path, origin }) => path[0] === name && (origin === 'above' || origin === 'untold'))

const isCut = ({ fields }: Read, name: string): boolean =>
  listIn(fields, name).some((one) => one.includes('…'))

const cutText = (name: string) => `${name} is not shown whole, and would lose the rest. Change it there.`

const keepsOut = (read: Read, id: string): boolean =>
  read.fields.some(({ path }) => path[0] === ENABLED) && !listIn(read.fields, ENABLED).includes(id)

/** With those changes it may be used, as far as files decide that. */
export function enabling(read: Read, id: string): FieldChange[] {
  const enabled = listIn(read.fields, ENABLED)
  const disabled = listIn(read.fields, DISABLED)
  return [
    ...(keepsOut(read, id) && !isOutOfReach(read, ENABLED)
      ? [{ path: [ENABLED], value: [...enabled, id] }]
      : []),
    ...(disabled.includes(id) && !isOutOfReach(read, DISABLED)
      ? [{ path: [DISABLED], value: disabled.filter((one) => one !== id) }]
      : []),
  ]
}

/** Why it will not be used all the same; undefined: it will. */
export function keptOutBy(read: Read, id: string): string | undefined {
  const [name] = [
    ...(keepsOut(read, id) && isOutOfReach(read, ENABLED) ? [ENABLED] : []),
    ...(listIn(read.fields, DISABLED).includes(id) && isOutOfReach(read, DISABLED) ? [DISABLED] : []),
  ]
  if (name !== undefined && isCut(read, name)) return `Kilo won’t use it: ${cutText(name)}`
  return (
    name &&
    `Kilo won’t use it: ${name} is set above the files, in KILO_CONFIG_CONTENT for one. Change it there.`
  )
}

/** Why it can't be said here that it is not to be used; undefined: it can. */
export const keptInBy = (read: Read): string | undefined =>
  isCut(read, DISABLED) ? cutText(DISABLED) : undefined

export function disabling(read: Read, id: string): FieldChange[] {
  const disabled = listIn(read.fields, DISABLED)
  return disabled.includes(id) || isCut(read, DISABLED)
    ? []
    : [{ path: [DISABLED], value: [...disabled, id] }]
}

/** It is gone, and in none of the lists of this file. */
export function removing(read: Read, id: string): FieldChange[] {
  const without = [ENABLED, DISABLED].flatMap((name) => {
    const field = read.fields.find(({ path }) => path.length === 1 && path[0] === name)
    const list = listIn(read.fields, name)
    const isHere = field?.inTarget === true && list.includes(id) && !isCut(read, name)
    return isHere ? [{ path: [name], value: list.filter((one) => one !== id) }] : []
  })
  return [{ path: ['provider', id] }, ...without]
}
