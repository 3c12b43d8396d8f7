import type { Session } from '@kilocode/sdk/v2/client'

/** One that an engine tells of. */
export function sampleSession(changes: Partial<Session> = {}): Session {
  return {
    id: 'ses_1',
    slug: 'one',
    version: '1',
    projectID: 'p',
    directory: '/p',
    title: 'One',
    time: { created: 1, updated: 1 },
    ...changes,
  }
}
