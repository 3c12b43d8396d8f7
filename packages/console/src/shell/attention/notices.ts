/** What the system is asked to show while nobody looks at the page. Pure. */
import type { Change } from './roster-changes.ts'

/** What somebody wants to be told of, and whether a tone goes with it. */
export interface NoticeChoice {
  needsYou: boolean
  done: boolean
  failed: boolean
  sound: boolean
}

export const NO_NOTICES: NoticeChoice = { needsYou: false, done: false, failed: false, sound: false }

/** What was kept; nothing of what is no choice. */
export function parseChoice(text: string | null): NoticeChoice {
  try {
    const kept: unknown = JSON.parse(text ?? '{}')
    const of = (key: keyof NoticeChoice) => (kept as Record<string, unknown> | null)?.[key] === true
    return { needsYou: of('needsYou'), done: of('done'), failed: of('failed'), sound: of('sound') }
  } catch {
    return NO_NOTICES
  }
}

export interface SystemNotice {
  title: string
  body: string
  /** Of its session; undefined: of several. */
  key: string | undefined
}

/** So many are named. */
const MOST = 4
const WORDS: Record<Change['kind'], [one: string, many: string]> = {
  'needs-you': ['needs you', 'need you'],
  failed: ['failed', 'failed'],
  done: ['is done', 'are done'],
}
const isWanted = (choice: NoticeChoice, { kind }: Change) =>
  kind === 'needs-you' ? choice.needsYou : choice[kind]

/** One for all that happened at once; undefined when nothing of it is wanted. Of a session the last word counts. */
export function noticeOf(changes: readonly Change[], choice: NoticeChoice): SystemNotice | undefined {
  const bySession = new Map(changes.map((change) => [change.key, change]))
  const wanted = [...bySession.values()].filter((change) => isWanted(choice, change))
  const [first] = wanted
  if (!first) return undefined
  if (wanted.length === 1) return { title: first.text, body: '', key: first.key }
  const counts = (Object.entries(WORDS) as [Change['kind'], [string, string]][]).flatMap(
    ([kind, [one, many]]) => {
      const count = wanted.filter((change) => change.kind === kind).length
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
    },
  )
  const rest = wanted.length - MOST
  const lines = [...wanted.slice(0, MOST).map(({ text }) => text), ...(rest > 0 ? [`and ${rest} more`] : [])]
  return { title: `Sessions: ${counts.join(', ')}`, body: lines.join('\n'), key: undefined }
}
