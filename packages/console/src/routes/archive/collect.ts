import type { GlobalSession } from '@kilocode/sdk/v2/client'
import type { SessionPage } from '../../sdk/session-page.ts'

export interface Collected {
  /** Where the next ones are looked for; null: that was all. */
  cursor: number | null
  sessions: GlobalSession[]
}

/** The engine lists archived sessions among the others alone, so pages of the others pass by. */
const MOST_PAGES = 10

/** The next archived sessions of one server, about as many as are wanted. `readPage` and `from` as in sdk/session-page.ts. */
export async function collectArchived(
  readPage: (cursor: number | null) => Promise<SessionPage>,
  from: number | null,
  wanted: number,
): Promise<Collected> {
  const sessions: GlobalSession[] = []
  let cursor = from
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await readPage(cursor)
    // A subagent's goes with its parent.
    sessions.push(...answer.sessions.filter(({ time, parentID }) => time.archived && !parentID))
    // A server that answers the same page for ever is not asked for ever.
    cursor = answer.next === cursor ? null : answer.next
    if (cursor === null || sessions.length >= wanted) break
  }
  return { cursor, sessions }
}
