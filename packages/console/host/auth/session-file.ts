/** The file of logins, read. Whatever is not as it should be costs its user one `kilo console`. */
import { readFile } from 'node:fs/promises'

/** What a session is known by inside the host: the hash of its cookie. */
export type SessionId = string

interface Login {
  /** The hash of the other half; empty in a login that is older than keys: it opens nothing. */
  key: string
  /** Unix milliseconds. */
  expires: number
}

export type Kept = Map<SessionId, Login>

export async function readKept(file: string, port: number): Promise<Kept> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as { port?: unknown; sessions?: unknown }
    if (kept.port !== port || typeof kept.sessions !== 'object' || kept.sessions === null) return new Map()
    return new Map(
      Object.entries(kept.sessions).flatMap(([id, value]): [SessionId, Login][] => {
        const login = loginOf(value)
        return isHash(id) && login ? [[id, login]] : []
      }),
    )
  } catch {
    // Absent or broken.
    return new Map()
  }
}

function loginOf(value: unknown): Login | null {
  // Version 0.1 kept the end of the time alone.
  if (typeof value === 'number') return { key: '', expires: value }
  if (typeof value !== 'object' || value === null) return null
  const { key, expires } = value as Partial<Record<keyof Login, unknown>>
  if (typeof key !== 'string' || typeof expires !== 'number') return null
  return key === '' || isHash(key) ? { key, expires } : null
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
