/** The file of logins. Whatever is not as it should be costs its user one `kilo console`. */
import * as v from 'valibot'
import { openStore, type Store, type StoreOptions } from '../store/store.ts'

/** What a session is known by inside the host: the hash of its cookie. */
export type SessionId = string

const HASH = /^[0-9a-f]{64}$/

const login = v.object({
  /** The hash of the other half; empty in a login that is older than keys: it opens nothing. */
  key: v.union([v.pipe(v.string(), v.regex(HASH)), v.literal('')]),
  /** Unix milliseconds. */
  expires: v.number(),
})

const logins = v.object({
  /** They count for this port alone, like the cookie. */
  port: v.number(),
  sessions: v.record(v.pipe(v.string(), v.regex(HASH)), login),
})

export type Logins = v.InferOutput<typeof logins>
export type Kept = Map<SessionId, v.InferOutput<typeof login>>

export function openLogins(
  place: Pick<StoreOptions<Logins>, 'file' | 'former' | 'write'>,
  port: number,
): Promise<Store<Logins>> {
  return openStore({ ...place, schema: logins, migrations: [fromFirst], empty: { port, sessions: {} } })
}

/** Version 0.1 knew no version. What does not fit is left out, the rest stays logged in. */
function fromFirst(content: unknown): unknown {
  const { port, sessions } = content as { port: unknown; sessions: Record<string, unknown> }
  const fitting = Object.entries(sessions).flatMap(([id, value]) => {
    // Before there were keys, the end of its time alone.
    const kept = v.safeParse(login, typeof value === 'number' ? { key: '', expires: value } : value)
    return HASH.test(id) && kept.success ? [[id, kept.output]] : []
  })
  return { port, sessions: Object.fromEntries(fitting) }
}
