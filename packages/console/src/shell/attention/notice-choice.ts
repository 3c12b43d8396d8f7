/** What somebody wants to be told of by the system, in this browser. */
import { createSignal } from 'solid-js'
import { parseChoice, type NoticeChoice } from './notices.ts'

const KEY = 'kilo-console.notices'

/** As it is now: another window may have changed it. */
export function readNoticeChoice(): NoticeChoice {
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
  } catch {
    // Full or forbidden: then there are none.
  }
  setChoice(next)
}
