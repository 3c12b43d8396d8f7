/** What somebody wants to be told of by the system. The host keeps it for every browser; each asks its user by itself whether it may. */
import { createSignal } from 'solid-js'
import type { SetPreferences } from '../../../shared/preferences.ts'
import { parseChoice, type NoticeChoice } from './notices.ts'

const KEY = 'kilo-console.notices'

/** What the browser did not store: full, or forbidden. It counts as long as the page. */
let unstored: NoticeChoice | undefined

/** As it is now: another window may have changed it. */
export function readNoticeChoice(): NoticeChoice {
  if (unstored) return unstored
  try {
    return parseChoice(localStorage.getItem(KEY))
  } catch {
    return parseChoice(null)
  }
}

const [noticeChoice, setChoice] = createSignal(readNoticeChoice())

export { noticeChoice }

export function keepNoticeChoice(change: Partial<NoticeChoice>): void {
  const next = { ...readNoticeChoice(), ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
    unstored = undefined
  } catch {
    unstored = next
  }
  setChoice(next)
}

/** What the host keeps; what it does not is as it was. */
export function takeNotices({ notifyNeedsYou, notifyDone, notifyFailed, notifySound }: SetPreferences): void {
  const told = { needsYou: notifyNeedsYou, done: notifyDone, failed: notifyFailed, sound: notifySound }
  const named = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  if (Object.keys(named).length > 0) keepNoticeChoice(named)
}
