import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'

export interface SessionPage {
  sessions: GlobalSession[]
  /** Of the next page; null at the end. */
  next: number | null
}

export interface PageQuestion {
  /** In their titles; empty: any. */
  search: string
  /** Null: the first page. */
  cursor: number | null
  limit: number
  /** Archived ones are among them. */
  archived?: true
  /** No subagents, as far as the engine knows to leave them out. */
  roots?: true
}

/** Sessions of all projects, the newest first. Rejects as `readAnswer`. */
export async function sessionPage(
  serverId: string,
  { search, cursor, ...question }: PageQuestion,
): Promise<SessionPage> {
  const call = engine(serverId).experimental.session.list({
    ...question,
    ...(cursor === null ? {} : { cursor }),
    ...(search === '' ? {} : { search }),
  })
  const sessions = await readAnswer(serverId, 'globalSessions', call)
  const next = (await call).response?.headers.get('x-next-cursor') ?? ''
  return { sessions, next: /^\d{1,16}$/.test(next) ? Number(next) : null }
}
