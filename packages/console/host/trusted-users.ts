import { userId } from '@kilo-console/daemon'
import { invalid } from './settings.ts'

/** The numbers of these users. Throws for a name that no account has: whom it meant would be locked out without a word. */
export async function resolveUsers(users: readonly string[]): Promise<Set<number>> {
  const ids = await Promise.all(users.map(userId))
  const unknown = users.find((_, at) => ids[at] === undefined)
  if (unknown !== undefined)
    throw invalid(`KILO_CONSOLE_TRUSTED_USERS names "${unknown}", whom this machine does not know.`)
  return new Set(ids.filter((id) => id !== undefined))
}
