import type { MessagePage } from '../../shared/opening.ts'
import { messagePage } from './message-page.ts'

type FirstMessage = MessagePage['messages'][number]

/** Milliseconds after a session's beginning in which its first prompt is looked for, one after the other. */
const WINDOWS_MS = [60_000, 900_000, 86_400_000]
/** Messages may hold pictures of 4 MB: a few at a time, and not without end. */
const PAGE = 4
const PAGES = 6

/**
 * The first message of a session; undefined when there is none, or when it is too far back. The engine pages backwards alone, so that its
 * beginning is asked for by time. No directory: the engine would open it for this. Throws `ProblemError`.
 */
export async function firstMessage(
  ref: { serverId: string; sessionId: string },
  created: number,
): Promise<FirstMessage | undefined> {
  for (const window of WINDOWS_MS) {
    const page = await messagePage(ref, PAGE, cursorAt(created + window))
    if (page.messages.length > 0) return oldestOf(ref, page)
  }
  return oldestOf(ref, await messagePage(ref, PAGE))
}

async function oldestOf(
  ref: { serverId: string; sessionId: string },
  newest: MessagePage,
): Promise<FirstMessage | undefined> {
  let page = newest
  for (let pages = 1; page.older !== null && pages < PAGES; pages++)
    page = await messagePage(ref, PAGE, page.older)
  return page.older === null ? page.messages[0] : undefined
}

/** The engine's cursor (7.7.7): what comes before this time, in Unix milliseconds. */
function cursorAt(time: number): string {
  return btoa(JSON.stringify({ id: 'msg_', time }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
