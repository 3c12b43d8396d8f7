/**
 * Passwords that the user gave for engines which others started: one 0600 file. Each belongs to the process that it was given for, and is sent
 * to no other: what listens on the port later, whoever started it, is another server (faults.md 56).
 */
import { isSame, type Owner } from '@kilo-console/daemon'
import * as v from 'valibot'
import { openStore, type StorePlace } from '../store/store.ts'
import { localServer } from './local-server.ts'

export interface Credential {
  username: string
  password: string
}

export interface KeptCredential extends Credential {
  /** Where the server is, for while it is not there to be found. */
  url: string
  /** Empty where this machine does not tell processes apart: then it is kept in memory alone. */
  owner: Owner
}

export interface Credentials {
  /** By the server's id. */
  all(): ReadonlyMap<string, KeptCredential>
  keep(id: string, credential: KeptCredential): Promise<void>
  /** Forgets those whose process has ended, and those without one whose server is not among the `present`. */
  forgetGone(present: ReadonlySet<string>): Promise<void>
}

const secret = v.object({
  username: v.string(),
  password: v.string(),
  owner: v.object({ pid: v.number(), identity: v.object({ startTime: v.string(), bootId: v.string() }) }),
})

const passwords = v.object({
  servers: v.record(v.string(), v.object({ ...secret.entries, url: v.string() })),
})

export async function openCredentials(place: StorePlace): Promise<Credentials> {
  const store = await openStore({
    ...place,
    schema: passwords,
    migrations: [fromFirst],
    empty: { servers: {} },
  })
  const kept = new Map<string, KeptCredential>(Object.entries(store.value().servers))

  function save(): Promise<void> {
    const lasting = [...kept].flatMap(
      ([
        id,
        {
          username,
          password,
          url,
          owner: { pid, identity },
        },
      ]) =>
        pid !== undefined && identity ? [[id, { username, password, url, owner: { pid, identity } }]] : [],
    )
    return store.set({ servers: Object.fromEntries(lasting) })
  }

  return {
    all: () => kept,
    keep(id, credential) {
      kept.set(id, credential)
      return save()
    },
    async forgetGone(present) {
      const lives = await Promise.all(
        [...kept].map(async ([id, { owner }]) => [id, await isThere(owner, present.has(id))] as const),
      )
      const gone = lives.filter(([, isThere]) => !isThere)
      gone.forEach(([id]) => kept.delete(id))
      if (gone.length > 0) await save()
    },
  }
}

async function isThere({ pid, identity }: Owner, isPresent: boolean): Promise<boolean> {
  return pid === undefined || !identity ? isPresent : isSame(pid, identity)
}

/** Version 0.1 had them by port. Its first ones name no process: such a password could be anybody's by now. */
function fromFirst(content: unknown): unknown {
  const fitting = Object.entries(content as object).flatMap(([port, value]) => {
    const { id, url } = localServer(Number(port))
    const kept = v.safeParse(secret, value)
    return kept.success ? [[id, { ...kept.output, url }]] : []
  })
  return { servers: Object.fromEntries(fitting) }
}
