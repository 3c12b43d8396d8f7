import { useNavigate } from '@solidjs/router'
import type { CommandId } from '../../commands/command-list.ts'
import { actOnEach, nameFailed } from '../../frame/act-on-each.ts'
import { archiveSession, archiveSessions } from '../../frame/archive-session.ts'
import { titleOfSession } from '../../frame/entry-text.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { useShell } from '../../frame/shell-context.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { keyOfEntry } from '../../store/session-key.ts'
import type { SessionEntry } from '../../store/roster.ts'
import { formatPlural } from '../../ui/format.ts'
import { showToast } from '../../ui/toast.ts'

export interface RowAct {
  id: CommandId
  /** Absent: the command's. */
  title?: string
  run: () => void
}

const refOf = ({ serverId, session }: SessionEntry) => ({ serverId, sessionId: session.id })

/** What can be done with some sessions at once, from their rows. Of those that are gone nothing is done. */
export function createRowActs(): (names: readonly string[]) => RowAct[] {
  const { sessions, branches, can } = useConsole()
  const { roster, selection, looking } = useShell()
  const navigate = useNavigate()
  const stop = (entries: readonly SessionEntry[]) =>
    void stopEach(entries, (entry) => sessions.stop(refOf(entry)))
  const archive = (entries: readonly SessionEntry[]) => {
    const [first] = entries
    // Nobody is left looking at what is gone.
    if (entries.some((entry) => looking() === keyOfEntry(entry))) navigate(links.home)
    if (entries.length > 1) archiveSessions(branches, entries.map(refOf))
    else if (first) archiveSession(branches, { ref: refOf(first), title: titleOfSession(first.session) })
    selection.clear()
  }
  return (names) => {
    const entries = names.flatMap((name) => roster.session(name) ?? [])
    const reachable = entries.filter((entry) => entry.reachable)
    const busy = reachable.filter((entry) => entry.busy.length > 0)
    const unread = names.filter((name) => roster.isFinished(name))
    const reviewed = entries.filter(({ serverId }) => can(serverId, 'session-diff')).map(keyOfEntry)
    const archivable = reachable.filter(({ serverId }) => can(serverId, 'branch'))
    return [
      ...when(unread.length > 0, { id: 'session.mark-read', run: () => roster.markRead(unread) }),
      ...when(busy.length > 0, { id: 'session.end-turn', run: () => stop(busy) }),
      ...when(reviewed.length > 1, {
        id: 'session.review-together',
        run: () => navigate(links.reviewOf(reviewed)),
      }),
      ...when(archivable.length > 0, {
        id: 'session.archive',
        ...(names.length > 1 && { title: 'Archive' }),
        run: () => archive(archivable),
      }),
    ]
  }
}

/** Some at a time; what failed is told once, and is stopped again by a press. */
async function stopEach(
  entries: readonly SessionEntry[],
  stop: (entry: SessionEntry) => Promise<void>,
): Promise<void> {
  const failed = await actOnEach(entries, stop).settled
  const [first] = failed
  if (!first) {
    showToast({ tone: 'info', title: `Stopped ${formatPlural(entries.length, 'session')}` })
    return
  }
  const again = failed.map(({ item }) => item)
  const title = `Couldn’t stop ${nameFailed(failed.length, entries.length)}`
  reportFailure(title, first.error, () => void stopEach(again, stop))
}

const when = (holds: boolean, act: RowAct): RowAct[] => (holds ? [act] : [])
