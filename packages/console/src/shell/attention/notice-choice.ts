/** What somebody wants to be told of by the system, in this browser. */
import { createSignal } from 'solid-js'
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
