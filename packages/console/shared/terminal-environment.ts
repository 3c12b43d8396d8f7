/** What terminals of a project get into their environment. Values are secrets: they go to the host, and never come back. */

export interface TerminalEnvironment {
  /** In the order in which people look for them. */
  names: string[]
}

/** `value` null: it goes. */
export interface EnvironmentChange {
  name: string
  value: string | null
}

export const environmentLimits = { variables: 50, name: 100, value: 8192 } as const

/** PURE: what is wrong with the name of a variable; undefined: nothing is. */
export function wrongName(name: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) return 'Letters, digits and _, not a digit first.'
  return name.length > environmentLimits.name ? `No more than ${environmentLimits.name} letters.` : undefined
}

/** PURE. What the kernel takes as it is. */
export function wrongValue(value: string): string | undefined {
  if (value.includes('\0')) return 'It holds a character that no variable can.'
  return value.length > environmentLimits.value
    ? `No more than ${environmentLimits.value} characters.`
    : undefined
}
