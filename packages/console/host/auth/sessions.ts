/**
 * Who is logged in. Ids are kept as hashes in a 0600 file, so that a restart of the host keeps its users and a copy of the file lets nobody in
 * (faults.md 36).
 */
import { readFile } from 'node:fs/promises'
import { createEndings } from './endings.ts'
import { hashOf, newSecret } from './secret.ts'

export const SESSION_SECONDS = 30 * 24 * 3600
const MAX_SESSIONS = 256

/** What a session is known by inside the host; not the cookie. */
export type SessionKey = string

export interface Sessions {
  /** A new session; gives the cookie's value. */
  open(): Promise<string>
  /** The session that one of these cookie values names, null for none. */
  find(cookies: readonly string[]): SessionKey | null
  close(key: SessionKey): Promise<void>
  /** `listener` runs once when the session ends. Returns how to forget the listener. */
  onEnd(key: SessionKey, listener: () => void): () => void
}

export interface SessionStore {
  file: string
  /** A session counts only for the port that it was opened on. */
  port: number
  write: (file: string, text: string) => Promise<void>
  /** Unix milliseconds: these must outlive the process. */
  now?: () => number
}

export async function openSessions({ file, port, write, now = Date.now }: SessionStore): Promise<Sessions> {
  const expiries = new Map(await readExpiries(file, port))
  const endings = createEndings()
  let writing = Promise.resolve()

  function save(): Promise<void> {
    const text = () => `${JSON.stringify({ port, sessions: Object.fromEntries(expiries) })}\n`
    // A full disk must not lock the user out now; the next login only won't survive a restart.
    writing = writing.then(() => write(file, text())).catch(() => undefined)
    return writing
  }

  function drop(key: SessionKey): void {
    expiries.delete(key)
    endings.end(key)
  }

  function sweep(): void {
    for (const [key, expiry] of expiries) if (expiry <= now()) drop(key)
    for (const key of expiries.keys()) if (expiries.size >= MAX_SESSIONS) drop(key)
  }

  return {
    async open() {
      sweep()
      const id = newSecret()
      expiries.set(hashOf(id), now() + SESSION_SECONDS * 1000)
      await save()
      return id
    },
    find(cookies) {
      const key = cookies.map(hashOf).find((hash) => expiries.has(hash))
      if (key === undefined) return null
      if ((expiries.get(key) ?? 0) > now()) return key
      drop(key)
      return null
    },
    async close(key) {
      drop(key)
      await save()
    },
    onEnd: (key, listener) => endings.on(key, listener),
  }
}

async function readExpiries(file: string, port: number): Promise<[SessionKey, number][]> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as { port?: unknown; sessions?: unknown }
    if (kept.port !== port || typeof kept.sessions !== 'object' || kept.sessions === null) return []
    return Object.entries(kept.sessions).filter(
      (entry): entry is [string, number] => /^[0-9a-f]{64}$/.test(entry[0]) && typeof entry[1] === 'number',
    )
  } catch {
    // Absent or broken: everybody logs in again, which costs one `kilo console`.
    return []
  }
}
