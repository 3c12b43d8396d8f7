/** PURE: the sessions there are, known by hashes alone. */
import { makeEndings, type Endings } from './endings.ts'
import type { Halves } from './halves.ts'
import { hashOf } from './secret.ts'
import type { Kept, SessionId } from './session-file.ts'

export const SESSION_SECONDS = 30 * 24 * 3600
const MAX_SESSIONS = 256

export interface SessionTable {
  add(login: { cookie: string; key: string }, formerKey: string): void
  find(halves: Halves): SessionId | null
  isOutdated(cookies: readonly string[]): boolean
  drop(id: SessionId): void
  onEnd: Endings['on']
  kept(): Kept
}

export function makeSessionTable(sessions: Kept, now: () => number): SessionTable {
  const endings = makeEndings()

  function drop(id: SessionId): void {
    sessions.delete(id)
    endings.end(id)
  }

  function dropOver(): void {
    for (const [id, { expires }] of sessions) if (expires <= now()) drop(id)
  }

  /** What is open with the former session ends with the new one. */
  function replace(formerKey: string, id: SessionId): void {
    const keyHash = hashOf(formerKey)
    for (const [former, { key }] of sessions) {
      if (key !== keyHash) continue
      sessions.delete(former)
      endings.move(former, id)
    }
  }

  return {
    add({ cookie, key }, formerKey) {
      dropOver()
      for (const id of sessions.keys()) if (sessions.size >= MAX_SESSIONS) drop(id)
      const id = hashOf(cookie)
      replace(formerKey, id)
      sessions.set(id, { key: hashOf(key), expires: now() + SESSION_SECONDS * 1000 })
    },
    find({ cookies, key }) {
      dropOver()
      const keyHash = hashOf(key)
      return cookies.map(hashOf).find((id) => sessions.get(id)?.key === keyHash) ?? null
    },
    isOutdated: (cookies) => cookies.some((cookie) => sessions.get(hashOf(cookie))?.key === ''),
    drop,
    onEnd: (id, listener) => endings.on(id, listener),
    kept: () => sessions,
  }
}
