/** PURE: what is kept after a change. */
import { unsentLimits, type SentPrompt, type UnsentChange } from '../../shared/unsent.ts'
import type { KeptUnsent, UnsentFile } from './unsent-schema.ts'

/** `now`: Unix milliseconds. */
export function changeUnsent(
  file: UnsentFile,
  session: string,
  change: UnsentChange,
  now: number,
): UnsentFile {
  const before = new Map(Object.entries(file.sessions)).get(session)
  const after = changeOne(before ?? { at: now, sent: [] }, change, now)
  const others = withoutSession(file, session).sessions
  const isNothing = after.sent.length === 0 && after.draft === undefined
  return {
    history: change.sent ? remember(file.history, change.sent.text) : file.history,
    sessions: bounded(isNothing ? others : { [session]: after, ...others }),
  }
}

export function withoutSession({ sessions, history }: UnsentFile, session: string): UnsentFile {
  const { [session]: _, ...others } = sessions
  return { history, sessions: others }
}

function changeOne(before: KeptUnsent, { draft, sent, settled }: UnsentChange, now: number): KeptUnsent {
  // A clock that was ahead once must not keep every later draft out.
  const latest = Math.min(before.draft?.at ?? 0, now)
  // An empty one is kept too: a page that still shows what was there learns that it is gone.
  const kept = draft && draft.at >= latest ? draft : before.draft
  const gone = new Set([settled, sent?.id])
  const prompts = [...before.sent.filter(({ id }) => !gone.has(id)), ...(sent ? [sent] : [])]
  return fitting({ at: now, ...(kept && { draft: kept }), sent: prompts.slice(-unsentLimits.sent) })
}

/** The draft, which is nowhere else, then prompts, the newest first, as much as the file can hold: of the newest at least how it begins. */
function fitting({ at, draft, sent }: KeptUnsent): KeptUnsent {
  let kept: KeptUnsent = { at, ...(draft && { draft }), sent: [] }
  for (const prompt of sent.toReversed()) {
    const more = { ...kept, sent: [prompt, ...kept.sent] }
    if (sizeOf(more) <= unsentLimits.size) kept = more
    else return kept.sent.length > 0 ? kept : { ...kept, sent: [beginningOf(prompt)] }
  }
  return kept
}

/** What it was sent with does not fit either: it is not to be sent again. */
const beginningOf = (prompt: SentPrompt): SentPrompt => ({
  ...prompt,
  text: prompt.text.slice(0, unsentLimits.historyText),
  extras: [],
  cut: true,
})

/** Those with something in them first, the newest of them first. */
function bounded(sessions: UnsentFile['sessions']): UnsentFile['sessions'] {
  const isEmpty = ({ draft, sent }: KeptUnsent) => Number(sent.length === 0 && draft?.text === '')
  const inOrder = Object.entries(sessions).toSorted(([, a], [, b]) => isEmpty(a) - isEmpty(b) || b.at - a.at)
  let size = 0
  const fitting = inOrder.slice(0, unsentLimits.sessions).filter(([, kept]) => {
    const more = size + sizeOf(kept)
    if (more > unsentLimits.size) return false
    size = more
    return true
  })
  return Object.fromEntries(fitting)
}

/** Bytes in the file, which is indented. */
const sizeOf = (kept: KeptUnsent): number => bytesOf({ sessions: { ['x'.repeat(128)]: kept } })
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value, undefined, 2))

/** Without what is too long to be written twice. */
function remember(history: readonly string[], text: string): string[] {
  const others = history.filter((each) => each !== text)
  const isKept = text !== '' && text.length <= unsentLimits.historyText
  const all = [...others, ...(isKept ? [text] : [])].slice(-unsentLimits.history)
  let size = 0
  const from = all.findLastIndex((each) => (size += bytesOf([each])) > unsentLimits.historySize)
  return all.slice(from + 1)
}
