import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'

export interface SessionPage {
  sessions: GlobalSession[]
  /** Of the next page; null at the end. */
  next: number | null
}

/** Sessions of all projects, archived ones among the others, the newest first. */
export async function sessionPage(
  serverId: string,
  { search, cursor, limit }: { search: string; cursor: number | null; limit: number },
): Promise<SessionPage> {
  const call = engine(serverId).experimental.session.list({
    archived: true,
    limit,
    ...(cursor === null ? {} : { cursor }),
    ...(search === '' ? {} : { search }),
  })
  const sessions = await readAnswer(serverId, 'globalSessions', call)
  const next = (await call).response?.headers.get('x-next-cursor') ?? ''
  return { sessions, next: /^\d{1,16}$/.test(next) ? Number(next) : null }
}
