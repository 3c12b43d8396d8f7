import { createEffect, untrack, type Accessor } from 'solid-js'
import type { Roster } from '../../store/roster.ts'
import { refOfKey } from '../../store/session-key.ts'
import type { ConsoleState, ServerState } from '../../store/types.ts'
import { announce } from '../../ui/announce.tsx'
import { changesBetween, lookAt, type Change, type Looks } from './roster-changes.ts'
import { endedMeanwhile, stillWorking, type Marks } from './finished-marks.ts'
import { createVisible } from './create-visible.ts'
import { createSeenLock } from './seen-lock.ts'
import { createSharedMarks } from './shared-marks.ts'

const FINISHED = 'kilo-console.finished'
const WORKING = 'kilo-console.working'

interface Watched {
  state: ConsoleState
  roster: Accessor<Roster>
  /** The key of the session on screen. */
  looking: Accessor<string | undefined>
  /** What happens while nobody can see this page. */
  onUnseen: (changes: readonly Change[]) => void
}

interface Finished {
  finished: Accessor<Marks>
  /** They count as looked at. */
  markRead: (keys: readonly string[]) => void
}

/**
 * The sessions that have ended their turn unseen, by key: while they were not on screen, or while no page was open. Announces every change
 * on its way.
 */
export function createFinished({ state, roster, looking, onUnseen }: Watched): Finished {
  const [finished, changeFinished] = createSharedMarks(FINISHED)
  const [working, changeWorking] = createSharedMarks(WORKING)
  const visible = createVisible()
  createSeenLock(visible)
  const seen = () => (visible() ? looking() : undefined)
  // What worked when this browser last looked, until its server has been read.
  let unread: Marks = untrack(working)

  createEffect<Looks>((before) => {
    // Until all is known, what is not seen to work may work.
    const after = new Map([...lookAt(roster())].filter(([key]) => serverOf(state, key)?.complete))
    // Ending the daemon ends every turn at once: whoever has asked for it knows, and none of them is done.
    const changes = untrack(() => state.daemonAction !== null) ? [] : changesBetween(before, after)
    say(changes)
    if (changes.length > 0 && !untrack(visible)) onUnseen(changes)
    const ended = untrack(() => endedMeanwhile(unread, after, (key) => serverOf(state, key)?.info.startedAt))
    unread = new Map([...unread].filter(([key]) => !after.has(key)))
    const done = [...changes.filter(({ kind }) => kind === 'done').map(({ key }) => key), ...ended]
    untrack(() => {
      const unseen = done.filter((key) => key !== seen())
      if (unseen.length > 0)
        changeFinished((marks) => new Map([...marks, ...unseen.map((key) => [key, Date.now()] as const)]))
      const works = (marks: Marks) => stillWorking(marks, after, Date.now())
      if (works(working()) !== working()) changeWorking(works)
    })
    return after
  }, new Map())

  createEffect(() => {
    const key = seen()
    if (key !== undefined && finished().has(key)) untrack(() => markRead([key]))
  })
  const markRead = (keys: readonly string[]) =>
    changeFinished((marks) => new Map([...marks].filter(([key]) => !keys.includes(key))))
  return { finished, markRead }
}

/** All of one manner in one go: of two announcements at once only the second one is read. */
function say(changes: readonly Change[]): void {
  const [urgent, polite] = [true, false].map((isUrgent) =>
    changes.filter(({ kind }) => (kind === 'needs-you') === isUrgent).map(({ text }) => text),
  )
  if (urgent?.length) announce(urgent.join('. '), 'urgent')
  if (polite?.length) announce(polite.join('. '), 'polite')
}

function serverOf({ servers }: ConsoleState, key: string): ServerState | undefined {
  return servers[refOfKey(key).serverId]
}
