/**
 * The page's half of the login (shared/login.ts). Kept where only this origin reads it; it is worth nothing without the cookie, which no script can read.
 * All windows share it.
 */
import { keyProtocol } from '../../shared/login.ts'
import { basePath } from './base.ts'

/** Another console may live under another path of the same origin. */
const name = () => `kilo-console.key${basePath()}`

/** Where the browser forbids storage, the login lasts as long as the page. */
let unstored: string | null = null
const listeners = new Set<(key: string | null) => void>()

export function loginKey(): string | null {
  try {
    return localStorage.getItem(name()) ?? unstored
  } catch {
    return unstored
  }
}

/** Null: logged out. */
export function keepLoginKey(key: string | null): void {
  unstored = null
  try {
    if (key === null) localStorage.removeItem(name())
    else localStorage.setItem(name(), key)
  } catch {
    unstored = key
  }
  listeners.forEach((listener) => listener(key))
}

/** The host has refused this key. Another window may have got a new one meanwhile: that one stays. */
export function dropLoginKey(refused: string | null): void {
  if (loginKey() === refused) keepLoginKey(null)
}

/** What a WebSocket offers in place of a header. */
export function loginProtocols(): string[] {
  const key = loginKey()
  return key === null ? [] : [keyProtocol(key)]
}

/** Tells of every login and logout, of this window and of others. Returns how to end that. */
export function makeLoginListener(listener: (key: string | null) => void): () => void {
  const heard = ({ key, newValue }: StorageEvent) => {
    // A key of null: the whole storage was cleared.
    if (key === name() || key === null) listener(newValue)
  }
  listeners.add(listener)
  addEventListener('storage', heard)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', heard)
  }
}
