/**
 * Who is logged in. Of both halves of a login hashes are kept, in a 0600 file, so that a restart of the host keeps its users and a copy of the file lets
 * nobody in (faults.md 36, 58).
 */
import type { Halves } from './halves.ts'
import { newSecret } from './secret.ts'
import { openLogins, type SessionId } from './session-file.ts'
import { makeSessionTable } from './session-table.ts'

export interface Sessions {
  /**
   * A new session; gives the values of its halves. `formerKey`: the key that the browser had; what was open with it now belongs to the new session, so
   * that logging out ends that too.
   */
  open(formerKey?: string): Promise<{ cookie: string; key: string }>
  /** The session that both halves name, null for none. */
  find(halves: Halves): SessionId | null
  /** Whether one of the cookies is from a version that knew no keys. */
  isOutdated(cookies: readonly string[]): boolean
  close(id: SessionId): Promise<void>
  /** `listener` runs once when the session ends. Returns how to forget the listener. */
  onEnd(id: SessionId, listener: () => void): () => void
}

export interface SessionStore {
  file: string
  former?: string | undefined
  /** A session counts only for the port that it was opened on. */
  port: number
  write?: ((file: string, text: string) => Promise<void>) | undefined
  /** Unix milliseconds: these must outlive the process. */
  now?: () => number
}

export async function openSessions({ port, now = Date.now, ...place }: SessionStore): Promise<Sessions> {
  const store = await openLogins(place, port)
  const kept = store.value()
  const table = makeSessionTable(new Map(kept.port === port ? Object.entries(kept.sessions) : []), now)

  function save(): Promise<void> {
    // A full disk must not lock the user out now; the next login only won't survive a restart.
    return store.set({ port, sessions: Object.fromEntries(table.kept()) }).catch(() => undefined)
  }

  return {
    async open(formerKey = '') {
      const login = { cookie: newSecret(), key: newSecret() }
      table.add(login, formerKey)
      await save()
      return login
    },
    find: (halves) => table.find(halves),
    isOutdated: (cookies) => table.isOutdated(cookies),
    async close(id) {
      table.drop(id)
      await save()
    },
    onEnd: (id, listener) => table.onEnd(id, listener),
  }
}
