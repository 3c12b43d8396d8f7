/** PURE: whether a key that is there already would go to another server than before: nobody should learn that from the server. */
import type { ProviderRow } from '../rows.ts'
import { readAddress } from './base-url.ts'
import type { ProviderDraft } from './draft.ts'

/** Undefined: it goes where it went, or is typed anew. */
export function newAddress(draft: ProviderDraft, row: ProviderRow | undefined): string | undefined {
  const before = row?.listed?.baseURL ?? ''
  const read = readAddress(draft.baseURL)
  if (!row || !('url' in read) || !URL.canParse(before) || !keepsKey(draft, row)) return undefined
  const [from, to] = [new URL(before), new URL(read.url)]
  return from.origin === to.origin
    ? undefined
    : `Once it is saved, the key of ${row.name} goes to ${to.host}. So far it went to ${from.host}.`
}

function keepsKey({ way, key, variable, shape }: ProviderDraft, { key: own }: ProviderRow): boolean {
  switch (way) {
    case 'kept':
      return true
    case 'stored':
      return key.trim() === '' && own.stored !== undefined
    case 'variable':
      return own.names.includes(variable)
    case 'none':
      return shape === 'catalogue' && own.from !== 'none'
  }
}
