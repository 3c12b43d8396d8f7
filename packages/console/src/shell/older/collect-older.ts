import type { GlobalSession } from '@kilocode/sdk/v2/client'
import type { SessionPage } from '../../sdk/session-page.ts'

export interface Collected {
  sessions: GlobalSession[]
  /** There are more of them. */
  more: boolean
}

/** So many of one server are shown. */
const MOST = 30
/** The newest, which the roster lists, come first: two hundred of them may match. */
const MOST_PAGES = 5

/** The newest sessions of one server that match and that the roster does not list. A subagent's is in its parent's. */
export async function collectOlder(
  readPage: (cursor: number | null) => Promise<SessionPage>,
  isListed: (id: string) => boolean,
): Promise<Collected> {
  const sessions: GlobalSession[] = []
  let cursor: number | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: SessionPage = await readPage(cursor)
    sessions.push(...answer.sessions.filter(({ id, parentID }) => parentID === undefined && !isListed(id)))
    if (sessions.length > MOST) break
    // A server that answers the same page for ever is not asked for ever.
    if (answer.next === null || answer.next === cursor) return { sessions, more: false }
    cursor = answer.next
  }
  return { sessions: sessions.slice(0, MOST), more: true }
}
