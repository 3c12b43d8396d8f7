/** Drafts, and prompts that nobody has seen arrive: one 0600 file of the host's. */
import * as v from 'valibot'
import type { Unsent } from '../../shared/unsent.ts'
import { HttpProblem } from '../http/problem.ts'
import { openStore, type StorePlace } from '../store/store.ts'
import { changeUnsent, withoutSession } from './change-unsent.ts'
import { sessionName, unsentChange, unsentFile } from './unsent-schema.ts'

export interface UnsentStore {
  of(session: string): Unsent | undefined
  /** What was sent in any session, oldest first. */
  history(): string[]
  /** Throws 400 `bad-unsent`. What a full disk does not take is kept as long as the host runs. */
  change(session: string, change: unknown): Promise<Unsent>
  /** The session was deleted: nobody can send what was written in it. */
  forget(session: string): void
}

export async function openUnsent(place: StorePlace, now: () => number = Date.now): Promise<UnsentStore> {
  const store = await openStore({
    ...place,
    schema: unsentFile,
    migrations: [(content) => content],
    empty: { sessions: {}, history: [] },
  })

  function of(session: string): Unsent | undefined {
    const { sessions } = store.value()
    const kept = Object.hasOwn(sessions, session) ? sessions[session] : undefined
    return kept && { sent: kept.sent, ...(kept.draft ? { draft: kept.draft } : {}) }
  }

  return {
    of,
    history: () => store.value().history,
    async change(session, change) {
      const { success, output } = v.safeParse(unsentChange, change, { abortEarly: true })
      if (!success || !v.is(sessionName, session))
        throw new HttpProblem(400, 'bad-unsent', 'This cannot be kept: it is too long, or odd.')
      // Who only looks writes nothing.
      if (Object.keys(output).length === 0) return of(session) ?? { sent: [] }
      await store.set(changeUnsent(store.value(), session, output, now())).catch(() => undefined)
      return of(session) ?? { sent: [] }
    },
    forget(session) {
      if (of(session)) void store.set(withoutSession(store.value(), session)).catch(() => undefined)
    },
  }
}
