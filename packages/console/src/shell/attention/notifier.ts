/** Has the system tell of what happens while nobody looks at any of this browser's windows. */
import type { SetPreferences } from '../../../shared/preferences.ts'
import { links } from '../../store/links.ts'
import { showNotification } from './can-notify.ts'
import { readNoticeChoice, takeNotices } from './notice-choice.ts'
import { noticeOf, type SystemNotice } from './notices.ts'
import type { Change } from './roster-changes.ts'
import { SEEN_LOCK } from './seen-lock.ts'
import { playTone } from './tone.ts'

/** What comes together is told together. Milliseconds. */
const GATHER_MS = 400
/** So long the other windows, which hear the same, have nothing to tell. */
const HOLD_MS = 2000

let gathered: Change[] = []
/** This window has told something: the next thing is its to tell as well. */
let isTeller = false

/** `kept`: what the host keeps for every browser. `open`: goes to a path of the app. */
export function notify(changes: readonly Change[], kept: SetPreferences, open: (path: string) => void): void {
  takeNotices(kept)
  if (gathered.push(...changes) > changes.length) return
  setTimeout(() => {
    const choice = readNoticeChoice()
    const notice = noticeOf(gathered, choice)
    gathered = []
    if (notice) void whenNobodyLooks(() => tell(notice, choice.sound, open))
  }, GATHER_MS)
}

/** Whoever is looked at holds the lock, and so does the window that tells. */
async function whenNobodyLooks(act: () => void): Promise<void> {
  if (isTeller) return act()
  await navigator.locks.request(SEEN_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return
    isTeller = true
    act()
    await new Promise((end) => setTimeout(end, HOLD_MS))
    isTeller = false
  })
}

function tell({ title, body, key }: SystemNotice, sound: boolean, open: (path: string) => void): void {
  if (sound) void playTone().catch(() => undefined)
  // The last one of a session takes the place of the one before, and is told all the same: without this it would do so in silence.
  const tag = `kilo-console ${key ?? 'several'}`
  const options: NotificationOptions & { renotify: boolean } = { body, tag, renotify: true }
  const notification = showNotification(title, options)
  if (!notification) return
  notification.addEventListener('click', () => {
    notification.close()
    window.focus()
    open(key === undefined ? links.home : links.sessionOf(key))
  })
}
