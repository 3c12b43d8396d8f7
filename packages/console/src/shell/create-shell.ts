import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { createNotify, createTitleAndIcon } from './attention/outside.ts'
import { createDaemon } from './servers/create-daemon.ts'
import { createMedia } from '../ui/media.ts'
import { keyOf } from '../store/session-key.ts'
import { openPathOf, type OpenPath } from './open-path.ts'
import { titleOfSession, titleOfTerminal } from '../frame/entry-text.ts'
import { createPeek } from '../frame/peek.ts'
import type { RosterView } from '../frame/roster-view.ts'
import { createRosterView } from './roster/create-roster-view.ts'
import type { Overlay, Page, Shell } from '../frame/shell-context.ts'
import { createSelection } from '../frame/selection.ts'
import { createStart } from './folders/create-start.ts'

export interface OpenShell extends Shell {
  /** What the address shows. */
  shown: Accessor<OpenPath | undefined>
}

/** The frame's state. It belongs to the calling owner, below the router and the console. */
export function createShell(): OpenShell {
  const console = useConsole()
  const location = useLocation()
  const [page, setPage] = createSignal<Page>()
  const [overlay, setOverlay] = createSignal<Overlay | null>(null)
  const [ownBar, setOwnBar] = createSignal(false)
  const [shownOrder, setShownOrder] = createSignal<Accessor<readonly string[]>>()
  const shown = createMemo(() => openPathOf(location.pathname))
  const looking = createMemo(() => sessionShown(shown()))
  const roster = createRosterView(console.state, looking, createNotify())

  const rows = () => shownOrder()?.() ?? roster.order()
  const peek = createPeek((name) => roster.session(name) !== undefined)
  onLeave(() => {
    setOverlay(null)
    peek.close()
  })
  const title = () => page()?.title() ?? titleOf(shown(), roster)
  createTitleAndIcon(title, () => roster.needsYou().length)
  return {
    roster,
    start: createStart(console),
    daemon: createDaemon(console),
    peek,
    selection: createSelection(rows),
    rows,
    setRows: (change) => void setShownOrder((before) => change(before)),
    narrow: createMedia('(max-width: 899px)'),
    title,
    ownBar,
    setOwnBar,
    setPage: (change) => void setPage((before) => change(before)),
    overlay,
    open: (which) => void setOverlay(which),
    close: (which) => void setOverlay((current) => (current === which ? null : current)),
    shown,
    looking,
  }
}

const keyOfShown = ({ serverId, id }: OpenPath): string => keyOf({ serverId, sessionId: id })

const sessionShown = (shown: OpenPath | undefined): string | undefined =>
  shown?.kind === 'sessions' ? keyOfShown(shown) : undefined

/** Whatever lay over the page has done its work when the page changes. */
function onLeave(leave: () => void): void {
  const location = useLocation()
  createEffect(on(() => location.pathname, leave, { defer: true }))
}

/** What goes by its own title. */
function titleOf(shown: OpenPath | undefined, roster: RosterView): string {
  if (!shown) return 'Kilo Console'
  const key = keyOfShown(shown)
  const [session, terminal] = [roster.session(key), roster.terminal(key)]
  if (session) return titleOfSession(session.session)
  return terminal ? titleOfTerminal(terminal) : 'Kilo Console'
}
