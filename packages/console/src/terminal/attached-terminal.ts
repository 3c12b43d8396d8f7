import { createEffect, on, onCleanup } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import { Attachment, type AttachmentHandlers } from './pty/attachment.ts'
import { CONNECTING, type Connection } from './pty/connection.ts'
import type { PtyPlace } from './pty/pty-socket.ts'
import type { LinkTarget } from './screen/link-provider.ts'
import type { PasteQuestion } from './screen/screen.ts'
import { setProgramTitle } from '../frame/terminal-titles.ts'
import { announce } from '../ui/announce.tsx'
import { resolvedTheme, screenReader } from '../ui/preferences.ts'
import { isApple } from '../ui/shortcut.ts'
import { cleanedText } from './status-text.ts'

export interface TerminalState {
  connection: Connection
  /** Output was shown at least once. */
  opened: boolean
  /** What the program in it says it does; empty when it says nothing. */
  title: string
  link: LinkTarget | undefined
  /** Waits for the user before it is pasted. */
  pasting: PasteQuestion | undefined
  /** So many control characters were left out of the last paste, a moment ago. */
  cleaned: number
  searching: boolean
  /** Index of the shown match, -1 for none, and how many there are. */
  found: { resultIndex: number; resultCount: number }
  /** Typed since the connection was lost, and not sent. */
  refused: boolean
  /** The touch key Ctrl waits for its character. */
  ctrl: boolean
}

export interface AttachedTerminal {
  state: TerminalState
  /** Fills the element, once, with the terminal. */
  attach(host: HTMLElement): void
  attachment(): Attachment | undefined
  setSearching(on: boolean): void
  dismissLink(): void
  /** The question about a paste is answered. */
  endPasting(): void
  holdCtrl(on: boolean): void
}

/** For so long the line under a terminal says what it left out of a paste. Milliseconds. */
const NOTICED_MS = 10_000

const NOTHING_FOUND = { resultIndex: -1, resultCount: 0 }

/** How a connection is said aloud; a connection that works says nothing. */
function spoken(connection: Connection): string | undefined {
  switch (connection.name) {
    case 'connecting':
    case 'open':
      return undefined
    case 'reconnecting':
      return connection.failures === 1 ? 'Terminal: connection lost, typing is off' : undefined
    case 'exited':
      return connection.code === null
        ? 'Terminal: the shell ended'
        : `Terminal: exited with ${connection.code}`
    case 'lost':
      return 'Terminal lost'
  }
}

const AT_FIRST: TerminalState = {
  connection: CONNECTING,
  opened: false,
  title: '',
  link: undefined,
  pasting: undefined,
  cleaned: 0,
  searching: false,
  found: NOTHING_FOUND,
  refused: false,
  ctrl: false,
}

/** What the terminal reports, put where the views see it. */
function showIn(
  ptyId: string,
  state: TerminalState,
  set: SetStoreFunction<TerminalState>,
): AttachmentHandlers {
  let forget: ReturnType<typeof setTimeout> | undefined
  return {
    connection(connection) {
      const said = spoken(connection)
      if (said) announce(said)
      set({ connection, ...(connection.name === 'open' ? { opened: true, refused: false } : {}) })
    },
    title(title) {
      set({ title })
      setProgramTitle(ptyId, title)
    },
    // A link that was pressed stays in view until it is opened or dismissed.
    link: (link) => (link || !state.link?.chosen) && set({ link }),
    pasting: (pasting) => set({ pasting }),
    cleaned(removed) {
      clearTimeout(forget)
      forget = setTimeout(() => set({ cleaned: 0 }), NOTICED_MS)
      set({ cleaned: removed })
      announce(cleanedText(removed))
    },
    found: (found) => set({ found }),
    refused: () => set({ refused: true }),
    ctrlUsed: () => set({ ctrl: false }),
  }
}

/** A terminal for the life of the calling owner, following theme and screen reader mode. */
export function createAttachedTerminal(place: PtyPlace): AttachedTerminal {
  const [state, set] = createStore<TerminalState>({ ...AT_FIRST })
  let attachment: Attachment | undefined

  // The colours are on the page only after the theme's own effects have run.
  createEffect(on(resolvedTheme, () => queueMicrotask(() => attachment?.screen.retheme()), { defer: true }))
  createEffect(on(screenReader, (mode) => attachment?.screen.setScreenReader(mode), { defer: true }))
  onCleanup(() => {
    attachment?.dispose()
    setProgramTitle(place.ptyId, undefined)
  })

  return {
    state,
    attach(host) {
      attachment = new Attachment({
        place,
        host,
        screenReader: screenReader(),
        apple: isApple(navigator.platform),
        handlers: showIn(place.ptyId, state, set),
      })
    },
    attachment: () => attachment,
    setSearching(searching) {
      set({ searching, found: NOTHING_FOUND })
      if (searching) return
      attachment?.screen.clearFind()
      attachment?.screen.focus()
    },
    dismissLink: () => set({ link: undefined }),
    endPasting() {
      set({ pasting: undefined })
      attachment?.screen.focus()
    },
    holdCtrl(ctrl) {
      set({ ctrl })
      attachment?.holdCtrl(ctrl)
    },
  }
}
