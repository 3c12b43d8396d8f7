import { pathTo } from '../../shared/paths.ts'
import { resolveUrl } from './base.ts'
import { requestBounded } from './bounded-answer.ts'
import { ProblemError, problemOf } from './problem.ts'

interface Place {
  serverId: string
  sessionId: string
  directory: string
}

/** Messages of one answer, as the engine has them, oldest first. */
export interface RawPage {
  messages: unknown[]
  older: string | null
}

/** Messages in one answer; fewer where they hold pictures or long outputs. */
const PAGE = 50
/** More than a session has in years. A server whose list has no end would be asked for ever. */
const MOST_PAGES = 20_000

/** A session as the engine has it, for a file: nothing of it is shown or used here. */
export const rawSession = async (place: Place): Promise<unknown> => (await ask(place, '')).body

/** All messages of a session, the newest page first: as large as they are together, one page is in memory at a time. */
export async function* rawPages(place: Place): AsyncGenerator<RawPage> {
  let before: string | null = null
  const asked = new Set<string | null>()
  do {
    if (asked.has(before) || asked.size === MOST_PAGES)
      throw new Error('The server’s list of messages has no end.')
    asked.add(before)
    const page = await rawPage(place, before, PAGE)
    if (page.messages.length === 0 && page.older !== null)
      throw new Error('The server’s list of messages has gaps.')
    yield page
    before = page.older
  } while (before !== null)
}

/** An answer that is too large is asked for in smaller pages, down to single messages. */
async function rawPage(place: Place, before: string | null, limit: number): Promise<RawPage> {
  try {
    const query = new URLSearchParams({ limit: String(limit), ...(before === null ? {} : { before }) })
    const { body, headers } = await ask(place, '/message', query)
    return { messages: Array.isArray(body) ? body : [], older: headers.get('x-next-cursor') }
  } catch (error) {
    if (limit === 1 || error instanceof ProblemError || error instanceof TypeError) throw error
    return rawPage(place, before, Math.ceil(limit / 4))
  }
}

async function ask({ serverId, sessionId, directory }: Place, path: string, query = new URLSearchParams()) {
  if (directory !== '') query.set('directory', directory)
  const base = `${resolveUrl(pathTo('engine', { server: serverId }))}/session/${encodeURIComponent(sessionId)}`
  const response = await requestBounded(`${base}${path}?${query.toString()}`, { redirect: 'error' })
  const body: unknown = await response.json()
  if (!response.ok) throw new ProblemError(problemOf(body, response.status), response.status)
  return { body, headers: response.headers }
}
