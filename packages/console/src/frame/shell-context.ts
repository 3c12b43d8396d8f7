import { createContext, onCleanup, useContext, type Accessor } from 'solid-js'
import type { Daemon } from './daemon.ts'
import type { Peek } from './peek.ts'
import type { RosterView } from './roster-view.ts'
import type { Selection } from './selection.ts'
import type { Start } from './start.ts'

/** What a route tells the frame around it. */
export interface Page {
  /** Named in the window's title and, on a narrow screen, in the top bar. Sessions and terminals go by their own. */
  title: () => string
}

/** What lies over the page, at most one of them. */
export type Overlay = 'palette' | 'keys' | 'roster' | 'figures' | 'import' | 'decisions'

type ShownOrder = Accessor<readonly string[]>

export interface Shell {
  roster: RosterView
  start: Start
  daemon: Daemon
  peek: Peek
  selection: Selection
  /** Keys of the sessions in the roster as they stand there, those that its filter leaves; while none is shown, of all. */
  rows: Accessor<readonly string[]>
  /** A roster says what it shows. */
  setRows: (change: (before: ShownOrder | undefined) => ShownOrder | undefined) => void
  /** The key of the session on screen, in the roster view. */
  looking: Accessor<string | undefined>
  /** One column, under 900 px. */
  narrow: Accessor<boolean>
  /** The name of what is shown. */
  title: Accessor<string>
  /** Whether the route has a bar of its own, with `RosterButton` in it. */
  ownBar: Accessor<boolean>
  setOwnBar: (own: boolean) => void
  setPage: (change: (before: Page | undefined) => Page | undefined) => void
  overlay: Accessor<Overlay | null>
  open: (overlay: Overlay) => void
  close: (overlay: Overlay) => void
}

const ShellContext = createContext<Shell>()

export const ShellProvider = ShellContext.Provider

/** The frame around the routes. Throws outside of it. */
export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('useShell needs the Shell above it')
  return shell
}

/** Names the page that the calling route shows, for as long as it is shown. */
export function createPage(page: Page): void {
  const { setPage } = useShell()
  setPage(() => page)
  onCleanup(() => setPage((current) => (current === page ? undefined : current)))
}
