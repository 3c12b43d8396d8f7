import type { EngineFrame } from '../../shared/events.ts'
import { engine, unwrap } from '../sdk/engine.ts'
import { messagePage } from '../sdk/message-page.ts'
import { toProblem } from '../sdk/problem.ts'
import type { Model } from './model.ts'
import { layPage, reduceTranscript } from './reduce-transcript.ts'
import { emptyTranscript, type SessionRef, type Transcript } from './types.ts'

/** Messages in one page of history. */
const PAGE = 60
/** A transcript that no view shows is kept this long, so that going back is instant. Milliseconds. */
const KEEP_MS = 60_000

interface Opened {
  ref: SessionRef
  users: number
  expiry?: ReturnType<typeof setTimeout>
  /** Events since the running load began, to be applied on top of it. */
  replay: EngineFrame[] | null
}

const keyOf = ({ serverId, sessionId }: SessionRef): string => `${serverId}/${sessionId}`

/** The sessions whose messages are held: loaded when a view opens one, live until some time after it closes. */
export class Transcripts {
  readonly #model: Model
  readonly #opened = new Map<string, Opened>()

  constructor(model: Model) {
    this.#model = model
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

  /** To be told of every event that is applied. */
  seen(frame: EngineFrame): void {
    const sessionId = frame.event.properties['sessionID']
    if (typeof sessionId !== 'string') return
    this.#opened.get(keyOf({ serverId: frame.server, sessionId }))?.replay?.push(frame)
  }

  /** Puts the page before the oldest shown message in front, if there is one. */
  async loadOlder(ref: SessionRef): Promise<void> {
    const transcript = this.#model.state.servers[ref.serverId]?.transcripts[ref.sessionId]
    if (!transcript?.older || transcript.olderLoad.status === 'loading') return
    const before = transcript.older
    this.#edit(ref, (draft) => {
      draft.olderLoad = { status: 'loading' }
    })
    try {
      const page = await messagePage({ ...ref, directory: await this.#directoryOf(ref) }, PAGE, before)
      this.#edit(ref, (draft) => {
        layPage(draft, page.messages, this.#model.live(ref.serverId), false)
        Object.assign(draft, { older: page.older, olderLoad: { status: 'ready' } })
      })
    } catch (error) {
      this.#edit(ref, (draft) => {
        draft.olderLoad = { status: 'failed', problem: toProblem(error) }
      })
    }
  }

  #begin(ref: SessionRef): Opened {
    const entry: Opened = { ref, users: 0, replay: null }
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
    entry.expiry = setTimeout(() => {
      this.#opened.delete(keyOf(entry.ref))
      this.#model.change(entry.ref.serverId, (draft) => delete draft.transcripts[entry.ref.sessionId])
    }, KEEP_MS)
  }

  #edit({ serverId, sessionId }: SessionRef, change: (draft: Transcript) => void): void {
    this.#model.changeTranscript(serverId, sessionId, change)
  }

  async #load(entry: Opened): Promise<void> {
    const { ref } = entry
    const replay: EngineFrame[] = []
    entry.replay = replay
    this.#edit(ref, (draft) => {
      if (draft.load.status !== 'ready') draft.load = { status: 'loading' }
    })
    try {
      const [page, todos, diffs] = await readSession(ref, await this.#directoryOf(ref))
      if (entry.replay !== replay) return
      this.#edit(ref, (draft) => {
        layPage(draft, page.messages, this.#model.live(ref.serverId), true)
        Object.assign(draft, { older: page.older, todos, diffs, load: { status: 'ready' } })
        // Deltas are in the live parts already, which the page was laid under.
        const whole = replay.filter(({ event }) => event.type !== 'message.part.delta')
        for (const { event } of whole) reduceTranscript(draft, event, new Map())
      })
    } catch (error) {
      this.#edit(ref, (draft) => {
        draft.load = { status: 'failed', problem: toProblem(error) }
      })
    } finally {
      if (entry.replay === replay) entry.replay = null
    }
  }

  /** The session's directory; a session that the roster does not hold (an old one, by its link) is fetched and put there. */
  async #directoryOf({ serverId, sessionId }: SessionRef): Promise<string> {
    const known = this.#model.state.servers[serverId]?.sessions[sessionId]
    if (known) return known.directory
    const session = await unwrap(engine(serverId).session.get({ sessionID: sessionId }))
    this.#model.change(serverId, (draft) => {
      draft.sessions[sessionId] ??= session
    })
    return session.directory
  }
}

function readSession(ref: SessionRef, directory: string) {
  const { session } = engine(ref.serverId)
  const place = { sessionID: ref.sessionId, directory }
  return Promise.all([
    messagePage({ ...ref, directory }, PAGE),
    unwrap(session.todo(place)),
    unwrap(session.diff(place)),
  ])
}
