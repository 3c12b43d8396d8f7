/** The sessions that somebody has pinned, by server: one 0600 file of the host's, so that every browser shows the same. */
import * as v from 'valibot'
import { HttpProblem } from '../http/problem.ts'
import { openStore, type StorePlace } from '../store/store.ts'

export interface Pins {
  /** Session ids, the one that was pinned last at the end. */
  of(server: string): readonly string[]
  /** Answers what is pinned there now. Throws 409 `too-many-pins`. What a full disk does not take is kept as long as the host runs. */
  set(server: string, session: string, pinned: boolean): Promise<readonly string[]>
}

/** Each pinned session that the engine's newest do not hold is read for itself. */
const MOST = 50
/** Servers come and go under the numbers of twenty ports; those that were pinned to last are remembered. */
const MOST_SERVERS = 20

const key = v.pipe(v.string(), v.regex(/^[\w.-]{1,128}$/))
const schema = v.object({ servers: v.record(key, v.pipe(v.array(key), v.maxLength(MOST))) })

export async function openPins(place: StorePlace): Promise<Pins> {
  const store = await openStore({
    ...place,
    schema,
    migrations: [(content) => content],
    empty: { servers: {} },
  })
  const of = (server: string): readonly string[] =>
    new Map(Object.entries(store.value().servers)).get(server) ?? []
  return {
    of,
    async set(server, session, pinned) {
      if (!v.is(key, session) || !v.is(key, server))
        throw new HttpProblem(400, 'bad-pin', 'There is no such session.')
      const others = of(server).filter((each) => each !== session)
      const ids = pinned ? [...others, session] : others
      if (ids.length > MOST)
        throw new HttpProblem(409, 'too-many-pins', `${MOST} sessions are pinned already. Unpin one first.`)
      const { [server]: _, ...rest } = store.value().servers
      const kept = Object.entries(rest).slice(1 - MOST_SERVERS)
      await store.set({ servers: Object.fromEntries([...kept, [server, ids]]) }).catch(() => undefined)
      return ids
    },
  }
}
