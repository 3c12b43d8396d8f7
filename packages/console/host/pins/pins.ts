/** The sessions that somebody has pinned, by server: one 0600 file of the host's, so that every browser shows the same. */
import * as v from 'valibot'
import { HttpProblem } from '../http/problem.ts'
import { openStore, type StorePlace } from '../store/store.ts'

type IsShown = (session: string) => boolean

export interface Pins {
  /** Session ids, the one that was pinned last at the end. */
  of(server: string): readonly string[]
  /**
   * Answers what is pinned there now. Throws 409 `too-many-pins`; before that, those go that `isShown` does not hold for, which nobody could unpin. What a
   * full disk does not take is kept as long as the host runs.
   */
  set(server: string, session: string, pinned: boolean, isShown?: IsShown): Promise<readonly string[]>
  /** These sessions are gone. */
  drop(server: string, sessions: readonly string[]): void
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
  const keep = async (server: string, ids: readonly string[]): Promise<void> => {
    const { [server]: _, ...rest } = store.value().servers
    const kept = Object.entries(rest).slice(1 - MOST_SERVERS)
    await store.set({ servers: Object.fromEntries([...kept, [server, [...ids]]]) }).catch(() => undefined)
  }
  return {
    of,
    async set(server, session, pinned, isShown = () => true) {
      if (!v.is(key, session) || !v.is(key, server))
        throw new HttpProblem(400, 'bad-pin', 'There is no such session.')
      const others = of(server).filter((each) => each !== session)
      const room = others.length < MOST ? others : others.filter(isShown)
      const ids = pinned ? [...room, session] : others
      if (ids.length > MOST)
        throw new HttpProblem(409, 'too-many-pins', `${MOST} sessions are pinned already. Unpin one first.`)
      await keep(server, ids)
      return ids
    },
    drop(server, sessions) {
      const before = of(server)
      const ids = before.filter((id) => !sessions.includes(id))
      if (ids.length < before.length) void keep(server, ids)
    },
  }
}
