import type { ISearchResultChangeEvent } from '@xterm/addon-search'
import { takeFresh } from '../../sdk/fresh-terminals.ts'
import type { Connection } from './connection.ts'
import { Feed } from './feed.ts'
import type { LinkTarget } from '../screen/link-provider.ts'
import { PtySocket, type PtyPlace } from './pty-socket.ts'
import type { Replay } from './replay.ts'
import { isReport } from './reports.ts'
import { Screen, type PasteQuestion } from '../screen/screen.ts'
import { withCtrl } from '../screen/touch-keys.ts'
import { makeSizeReport, type SizeReport } from './size-report.ts'

export interface AttachmentHandlers {
  connection(state: Connection): void
  /** A program named what it does; cleaned, cut, empty when it took the name back. */
  title(title: string): void
  link(target: LinkTarget | undefined): void
  pasting(question: PasteQuestion): void
  cleaned(removed: number): void
  /** Ctrl+Shift+F. */
  found(result: ISearchResultChangeEvent): void
  /** Typed while there was no connection, and not sent. */
  refused(): void
  /** The character that `holdCtrl` waited for was typed. */
  ctrlUsed(): void
}

export interface AttachmentOptions {
  place: PtyPlace
  /** Laid out and empty; its font is the terminal's. */
  host: HTMLElement
  screenReader: boolean
  apple: boolean
  handlers: AttachmentHandlers
}

/** A size is told once it stands still for this long. Milliseconds. */
const SETTLE_MS = 60

/** Shows one terminal in an element: its screen, its connection, and what flows between the two. */
export class Attachment {
  readonly screen: Screen
  readonly #handlers: AttachmentHandlers
  readonly #isFresh: boolean
  readonly #size: SizeReport
  readonly #feed: Feed
  readonly #socket: PtySocket
  readonly #stopFitting: () => void
  #isOpen = false
  #ctrl = false

  constructor({ place, host, screenReader, apple, handlers }: AttachmentOptions) {
    this.#handlers = handlers
    this.#isFresh = takeFresh(place.ptyId)
    this.#size = makeSizeReport(place)
    this.screen = new Screen({
      host,
      screenReader,
      apple,
      handlers: {
        ...handlers,
        input: (text) => this.#send(text),
        resize: () => this.#tellSize(),
      },
    })
    this.screen.fit()
    this.#stopFitting = keepFitting(host, this.screen, () => this.#tellSize())
    this.#feed = new Feed({
      write: this.screen.write,
      torn: () => this.#size.repaint(this.screen.size),
    })
    this.#socket = new PtySocket(place, {
      connection: (state) => this.#connected(state),
      replay: (replay, first) => this.#replay(replay, first),
      output: (text) => this.#feed.push(text),
      unsent: () => handlers.refused(),
    })
  }

  /** Makes the next character a control character: the touch key "Ctrl", which can't be held down. */
  holdCtrl(on: boolean): void {
    this.#ctrl = on
  }

  retryNow(): void {
    this.#socket.retryNow()
  }

  exited(code: number): void {
    this.#socket.exited(code)
  }

  dispose(): void {
    this.#stopFitting()
    this.#socket.dispose()
    this.screen.dispose()
  }

  #send(text: string): void {
    if (!this.#isFresh && this.#feed.replaying && isReport(text)) return
    const sent = this.#ctrl ? withCtrl(text) : text
    if (this.#ctrl) this.#handlers.ctrlUsed()
    this.#ctrl = false
    if (!this.#socket.send(sent)) this.#handlers.refused()
  }

  #connected(state: Connection): void {
    this.#isOpen = state.name === 'open'
    this.#tellSize()
    this.#handlers.connection(state)
  }

  /** Whatever changes while a connection is being made, the size is told once: when it is open. */
  #tellSize(): void {
    if (this.#isOpen) this.#size.tell(this.screen.size)
  }

  #replay({ text, skipped }: Replay, first: boolean): void {
    // What the engine no longer has of the past is no loss to a page that just came; within a page's life it is.
    if (skipped > 0 && !first) this.#feed.skip(skipped)
    this.#feed.replay(text)
    if (skipped > 0) this.#size.repaint(this.screen.size)
  }
}

/** Fits the screen to its element once that stands still, and takes the terminal's size over when it is focused. */
function keepFitting(host: HTMLElement, screen: Screen, takeOver: () => void): () => void {
  let settle: ReturnType<typeof setTimeout> | undefined
  const observer = new ResizeObserver(() => {
    clearTimeout(settle)
    settle = setTimeout(() => screen.fit(), SETTLE_MS)
  })
  observer.observe(host)
  host.addEventListener('focusin', takeOver)
  return () => {
    clearTimeout(settle)
    observer.disconnect()
    host.removeEventListener('focusin', takeOver)
  }
}
