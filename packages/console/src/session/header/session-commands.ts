import { useNavigate } from '@solidjs/router'
import { onMount } from 'solid-js'
import { commandItem } from '../../commands/command-button.ts'
import type { CommandId } from '../../commands/command-list.ts'
import { commands, contributeCommands } from '../../commands/registry.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { archiveSession } from '../../frame/archive-session.ts'
import { copyOrReport } from '../../frame/copy-or-report.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { createExport } from '../export/create-export.ts'
import { useSession, type SessionView } from '../session-view.ts'
import { createShare } from '../share/create-share.ts'

interface Wants {
  title: () => string
  rename: () => void
  askToDelete: () => void
}

/** What can be done with the session as a whole. */
export function createSessionCommands({ title, rename, askToDelete }: Wants): void {
  const { branches, can, pin } = useConsole()
  const view = useSession()
  const navigate = useNavigate()
  const save = createExport(title)
  const { share, unshare, url } = createShare()
  const has = () => view.reachable() && view.session() !== undefined
  const isPinned = () => view.server()?.pinned[view.ref.sessionId] === true
  const setPinned = (pinned: boolean) => {
    pin(view.ref, pinned).catch((error: unknown) =>
      reportFailure(`Couldn’t ${pinned ? 'pin' : 'unpin'} the session`, error),
    )
  }
  const archive = () => {
    const { serverId, sessionId } = view.ref
    const back = () => navigate(links.session(serverId, sessionId))
    archiveSession(branches, { ref: view.ref, title: title(), onUndo: back })
    navigate(links.home)
  }
  const canShare = () => has() && can(view.ref.serverId, 'share')
  onMount(() =>
    contributeCommands(() => [
      { id: 'session.rename', when: has, run: rename },
      { id: 'session.copy-id', run: () => copyOrReport(view.ref.sessionId, 'Couldn’t copy the ID') },
      { id: 'session.copy-link', run: () => copyOrReport(location.href, 'Couldn’t copy the link') },
      { id: 'session.pin', when: () => has() && !isPinned(), run: () => setPinned(true) },
      { id: 'session.unpin', when: isPinned, run: () => setPinned(false) },
      { id: 'session.export-markdown', when: has, run: () => save('markdown') },
      { id: 'session.export-json', when: has, run: () => save('json') },
      { id: 'session.share', when: () => canShare() && url() === undefined, run: share },
      { id: 'session.unshare', when: () => canShare() && url() !== undefined, run: unshare },
      {
        id: 'session.archive',
        when: () => has() && can(view.ref.serverId, 'branch') && !isAway(view),
        run: archive,
      },
      { id: 'session.delete', when: has, run: askToDelete },
    ]),
  )
}

const isAway = ({ ref, session, server }: SessionView): boolean =>
  session()?.time.archived !== undefined || server()?.putAway[ref.sessionId] === true

/** By what they do, a line between two kinds. */
const MENU: readonly (readonly CommandId[])[] = [
  ['session.find', 'session.outline'],
  ['session.rename', 'session.pin', 'session.unpin', 'session.copy-link', 'session.copy-id'],
  ['session.undo', 'session.redo', 'session.compact'],
  ['session.fork', 'session.hand-over'],
  ['session.export-markdown', 'session.export-json', 'session.share', 'session.unshare'],
  ['session.archive', 'session.delete'],
]

/** The session's menu: what of it makes sense now. Reactive. */
export function sessionMenu(): MenuItem[] {
  const now = new Set(commands().map(({ id }) => id))
  return MENU.map((group) => group.filter((id) => now.has(id)))
    .filter((group) => group.length > 0)
    .flatMap((group, at) =>
      group.map((id, index) => ({
        ...commandItem(id),
        separated: at > 0 && index === 0,
        danger: id === 'session.delete',
      })),
    )
}
