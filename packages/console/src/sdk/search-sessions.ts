import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'

/** Sessions of all projects whose titles hold these words, the newest first; none that is archived. Rejects as `readAnswer`. */
export function searchSessions(serverId: string, search: string, limit: number): Promise<GlobalSession[]> {
  return readAnswer(serverId, 'globalSessions', engine(serverId).experimental.session.list({ limit, search }))
}
