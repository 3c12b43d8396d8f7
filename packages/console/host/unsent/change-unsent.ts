/** PURE: what is kept after a change. */
import { unsentLimits, type UnsentChange } from '../../shared/unsent.ts'
import type { KeptUnsent, UnsentFile } from './unsent-schema.ts'

/** `now`: Unix milliseconds. */
export function changeUnsent(
  { sessions, history }: UnsentFile,
  session: string,
  change: UnsentChange,
  now: number,
): UnsentFile {
  const { [session]: before, ...others } = sessions
  const after = changeOne(before ?? { at: now, sent: [] }, change, now)
  const isEmpty = after.sent.length === 0 && after.draft === undefined
  return {
    history: change.sent ? remember(history, change.sent.text) : history,
    sessions: bounded(isEmpty ? others : { [session]: after, ...others }),
  }
}

function changeOne(before: KeptUnsent, { draft, sent, settled }: UnsentChange, now: number): KeptUnsent {
  // A clock that was ahead once must not keep every later draft out.
  const latest = Math.min(before.draft?.at ?? 0, now)
  const kept = draft && draft.at >= latest ? draft : before.draft
  const gone = new Set([settled, sent?.id])
  const prompts = [...before.sent.filter(({ id }) => !gone.has(id)), ...(sent ? [sent] : [])]
  return {
    at: now,
    // An empty draft is remembered as long as there is something else: it is later than the one of another browser.
    ...(kept && (kept.text !== '' || prompts.length > 0) ? { draft: kept } : {}),
    sent: prompts.slice(-unsentLimits.sent),
  }
}

function bounded(sessions: UnsentFile['sessions']): UnsentFile['sessions'] {
  const newest = Object.entries(sessions).toSorted(([, a], [, b]) => b.at - a.at)
  let size = 0
  const fitting = newest.filter(([, kept], at) => {
    size += JSON.stringify(kept).length
    return at === 0 || (at < unsentLimits.sessions && size <= unsentLimits.size)
  })
  return Object.fromEntries(fitting)
}

/** Without what is too long to be written twice. */
function remember(history: readonly string[], text: string): string[] {
  const others = history.filter((each) => each !== text)
  const isKept = text !== '' && text.length <= unsentLimits.historyText
  return [...others, ...(isKept ? [text] : [])].slice(-unsentLimits.history)
}
