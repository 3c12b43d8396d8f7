import { keyOf } from './session-key.ts'
import { batch } from 'solid-js'
import { sessionIdOf } from '@kilo-console/engine/edge/session-id'
import type { EngineFrame, Position } from '../../shared/events.ts'
import { MOST_MESSAGES, OPENING_MESSAGES } from '../../shared/opening.ts'
import { messagePage } from '../sdk/message-page.ts'
import { readOpening, type OpenedSession } from '../sdk/opening.ts'
import { toProblem } from '../sdk/problem.ts'
import type { Model } from './model.ts'
import { isBehind, type Heard, type Opened } from './opened.ts'
import { layPage } from './reduce-transcript.ts'
import { emptyTranscript, sessionOf, type SessionRef, type Transcript } from './types.ts'

/** Messages in one page of history. */
const PAGE = 20
/** A transcript that no view shows is kept this long, so that going back is instant. Milliseconds. */
const KEEP_MS = 60_000

/** The sessions whose messages are held: loaded when a view opens one, live until some time after it closes. */
export class Transcripts {
  readonly #model: Model
  readonly #opened = new Map<string, Opened>()

  /** The newest of all that was told: what was read before that lacks what came while nobody held its session. */
  #heardTo: Position | undefined

  constructor(model: Model) {
    this.#model = model
  }

  /** To be told when events begin to come, or have a gap, and of the newest one's number then. */
  listen({ epoch, seq }: Position): void {
    this.#heardTo = { epoch, seq }
    for (const entry of this.#opened.values()) {
      entry.heardTo ??= this.#heardTo
      this.#catchUp(entry)
    }
  }

  /** Loads the session and keeps it live until the returned function is called. Its server must be known. */
  open(ref: SessionRef): () => void {
    const entry = this.#opened.get(keyOf(ref)) ?? this.#begin(ref)
    clearTimeout(entry.expiry)
    entry.users += 1
    return () => this.#close(entry)
  }

  /** Loads the session again: after a failure, or when the user asks. */
  retry(ref: SessionRef): void {
    const entry = this.#opened.get(keyOf(ref))
    if (entry) void this.#load(entry)
  }

  /** Loads all open sessions of a server again: the event stream had a gap. */
  reload(serverId: string): void {
    for (const entry of this.#opened.values()) if (entry.ref.serverId === serverId) void this.#load(entry)
  }

  /** Lets go of all sessions of a server that is gone: another one may come under its id. */
  forget(serverId: string): void {
    for (const entry of this.#opened.values()) if (entry.ref.serverId === serverId) this.#end(entry)
  }

  /** To be told of every event that is applied. Pieces of text are in the running parts, which are laid on top of any answer. */
  seen({ server, event, epoch, seq }: EngineFrame): void {
    this.#heardTo = { epoch, seq }
    const sessionId = sessionIdOf(event)
    if (sessionId === undefined || event.type === 'message.part.delta') return
    const entry = this.#opened.get(keyOf({ serverId: server, sessionId }))
    entry?.newest?.push(event)
    entry?.older?.push(event)
  }

  /** Puts the page before the oldest shown message in front, if there is one. */
  async loadOlder(ref: SessionRef): Promise<void> {
    const transcript = this.#transcript(ref)
    const entry = this.#opened.get(keyOf(ref))
    if (!entry || !transcript?.older || transcript.olderLoad.status === 'loading') return
    const before = transcript.older
    const since: Heard = []
    entry.older = since
    // What was loaded anew meanwhile may begin elsewhere: this page would leave a hole before it.
    const fits = () => entry.older === since && this.#transcript(ref)?.older === before
    this.#edit(ref, (draft) => {
      draft.olderLoad = { status: 'loading' }
    })
    try {
      const page = await messagePage(ref, PAGE, before)
      if (!fits()) return
      this.#edit(ref, (draft) => {
        layPage(draft, page.messages, { since, live: this.#model.live(ref.serverId), fresh: false })
        Object.assign(draft, { older: page.older, olderLoad: { status: 'ready' } })
      })
    } catch (error) {
      if (!fits()) return
      this.#edit(ref, (draft) => {
        draft.olderLoad = { status: 'failed', problem: toProblem(error) }
      })
    } finally {
      if (entry.older === since) entry.older = null
    }
  }

  #begin(ref: SessionRef): Opened {
    const entry: Opened = { ref, users: 0, newest: null, older: null, heardTo: undefined }
    this.#opened.set(keyOf(ref), entry)
    this.#model.change(ref.serverId, (draft) => {
      draft.transcripts[ref.sessionId] ??= emptyTranscript()
    })
    void this.#load(entry)
    return entry
  }

  #close(entry: Opened): void {
    entry.users -= 1
    if (entry.users > 0) return
    if (this.#opened.get(keyOf(entry.ref)) !== entry) return
    entry.expiry = setTimeout(() => {
      this.#end(entry)
      this.#model.change(entry.ref.serverId, (draft) => {
        delete draft.transcripts[entry.ref.sessionId]
        delete draft.others[entry.ref.sessionId]
      })
    }, KEEP_MS)
  }

  #end(entry: Opened): void {
    clearTimeout(entry.expiry)
    entry.newest = null
    entry.older = null
    this.#opened.delete(keyOf(entry.ref))
  }

  #transcript({ serverId, sessionId }: SessionRef): Transcript | undefined {
    return this.#model.state.servers[serverId]?.transcripts[sessionId]
  }

  #edit({ serverId, sessionId }: SessionRef, change: (draft: Transcript) => void): void {
    this.#model.changeTranscript(serverId, sessionId, change)
  }

  /** `shownAt`: it is shown as it was then. */
  async #load(entry: Opened, shownAt?: Position): Promise<void> {
    const { ref } = entry
    const since: Heard = []
    entry.newest = since
    entry.heardTo = this.#heardTo
    this.#edit(ref, (draft) => {
      if (draft.load.status !== 'ready') draft.load = { status: 'loading' }
    })
    try {
      // A page that is read anew holds what was shown, or the reader would lose it.
      const shown = this.#transcript(ref)?.messages.length ?? 0
      const limit = Math.min(MOST_MESSAGES, Math.max(OPENING_MESSAGES, shown))
      const opening = await readOpening(ref, limit, shownAt)
      if (entry.newest !== since) return
      if (!opening) return
      this.#lay(ref, opening, since)
      entry.readAt = opening
      this.#catchUp(entry)
    } catch (error) {
      if (entry.newest !== since) return
      this.#edit(ref, (draft) => {
        draft.load = { status: 'failed', problem: toProblem(error) }
      })
    } finally {
      if (entry.newest === since) entry.newest = null
    }
  }

  #lay(ref: SessionRef, opening: OpenedSession, since: Heard): void {
    const { session, older, todos, diffs, messages, unsent, folder } = opening
    batch(() => {
      this.#model.change(ref.serverId, (draft) => {
        if (draft.transcripts[ref.sessionId] && !sessionOf(draft, ref.sessionId))
          draft.others[ref.sessionId] = session
      })
      this.#edit(ref, (draft) => {
        Object.assign(draft, { older, olderLoad: { status: 'ready' }, todos, diffs, unsent, folder })
        layPage(draft, messages, { since, live: this.#model.live(ref.serverId), fresh: true })
        draft.load = { status: 'ready' }
      })
    })
  }

  /** Asked for while the page was being loaded, it was shown at once, and is read again if anything happened before its events were kept. */
  #catchUp(entry: Opened): void {
    const { readAt, heardTo } = entry
    if (!readAt || !heardTo) return
    delete entry.readAt
    if (entry.isReread || !isBehind(readAt, heardTo)) return
    entry.isReread = true
    void this.#load(entry, readAt)
  }
}
