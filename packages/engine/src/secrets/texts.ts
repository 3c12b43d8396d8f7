/**
 * PURE: JSON that is no configuration, without what is known to be secret. Its texts alone are changed: whoever could have a name, an id, a type or a
 * folder hidden would decide what a page takes it for.
 */

const NAMES = new Set(
  (
    'id ids type kind name status directory worktree sandbox path cwd root role field tool permission action agent mode slug hash ' +
    'mime version'
  ).split(' '),
)

/** Whether what stands under this name is no text, but says which one, or what kind. */
export function namesSomething(name: string): boolean {
  return NAMES.has(name) || /I[dD]s?$/.test(name)
}

/** The same value where nothing in it changes. */
export function withTexts(value: unknown, mask: (text: string) => string, name = ''): unknown {
  if (typeof value === 'string') return namesSomething(name) ? value : mask(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const list = value.map((one) => withTexts(one, mask, name))
    return list.some((one, at) => one !== value[at]) ? list : value
  }
  const entries = Object.entries(value).map(([key, one]) => [key, withTexts(one, mask, key), one] as const)
  const isChanged = entries.some(([, now, before]) => now !== before)
  return isChanged ? Object.fromEntries(entries) : value
}
