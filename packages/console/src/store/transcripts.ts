import { batch } from 'solid-js'
import type { EngineFrame } from '../../shared/events.ts'
import { engine, unwrap } from '../sdk/engine.ts'
import { messagePage } from '../sdk/message-page.ts'
import { toProblem } from '../sdk/problem.ts'
import type { Model } from './model.ts'
import { layPage, reduceTranscript } from './reduce-transcript.ts'
import { emptyTranscript, type SessionRef } from './types.ts'

/** Messages in one page of history. */
const PAGE = 60
/** A transcript that no view shows is kept this long, so that going back is instant. Milliseconds. */
const KEEP_MS = 60_000

export interface Transcripts {
  /** Loads the session and keeps it live until the returned function is called. */
  open(ref: SessionRef): () => void
  loadOlder(ref: SessionRef): Promise<void>
  /** Loads the session again: after a failure, or when the user asks. */
  retry(ref: SessionRef): void
  /** Loads all open sessions of a server again: the event stream had a gap. */
  reload(serverId: string): void
  /** Told of every event that was applied. */
  seen(frame: EngineFrame): void
}

interface Opened {
  ref: SessionRef
  users: number
  expiry?: ReturnType<typeof setTimeout>
  /** Events since the running load began, to be applied on top of it. */
  replay: EngineFrame[] | null
}

const keyOf = ({ serverId, sessionId }: SessionRef): string => `${serverId}/${sessionId}`

export function makeTranscripts(model: Model): Transcripts {
  const opened = new Map<string, Opened>()

  function edit(ref: SessionRef, change: Parameters<Model['changeTranscript']>[2]): void {
    model.changeTranscript(ref.serverId, ref.sessionId, change)
  }

  async function load(entry: Opened): Promise<void> {
    const { ref } = entry
    const replay: EngineFrame[] = []
    entry.replay = replay
    edit(ref, (draft) => {
      if (draft.load.status !== 'ready') draft.load = { status: 'loading' }
    })
    try {
      const [page, todos, diffs] = await readSession(ref, await directoryOf(model, ref))
      if (entry.replay !== replay) return
      edit(ref, (draft) => {
        layPage(draft, page.messages, model.live(ref.serverId), true)
        Object.assign(draft, { older: page.older, todos, diffs, load: { status: 'ready' } })
        for (const { event } of replay) {
          if (event.type !== 'message.part.delta') reduceTranscript(draft, event, new Map())
        }
      })
    } catch (error) {
      edit(ref, (draft) => {
        draft.load = { status: 'failed', problem: toProblem(error) }
      })
    } finally {
      if (entry.replay === replay) entry.replay = null
    }
  }

  function close(entry: Opened): void {
    entry.users -= 1
    if (entry.users > 0) return
    entry.expiry = setTimeout(() => {
      opened.delete(keyOf(entry.ref))
      model.change(entry.ref.serverId, (draft) => delete draft.transcripts[entry.ref.sessionId])
    }, KEEP_MS)
  }

  function begin(ref: SessionRef): Opened {
    const entry: Opened = { ref, users: 0, replay: null }
    opened.set(keyOf(ref), entry)
    model.change(ref.serverId, (draft) => {
      draft.transcripts[ref.sessionId] ??= emptyTranscript()
    })
    void load(entry)
    return entry
  }

  return {
    open(ref) {
      const entry = opened.get(keyOf(ref)) ?? begin(ref)
      clearTimeout(entry.expiry)
      entry.users += 1
      return () => close(entry)
    },
    retry(ref) {
      const entry = opened.get(keyOf(ref))
      if (entry) void load(entry)
    },
    reload(serverId) {
      for (const entry of opened.values()) if (entry.ref.serverId === serverId) void load(entry)
    },
    seen(frame) {
      const sessionId = frame.event.properties['sessionID']
      if (typeof sessionId === 'string')
        opened.get(keyOf({ serverId: frame.server, sessionId }))?.replay?.push(frame)
    },
    async loadOlder(ref) {
      const transcript = model.state.servers[ref.serverId]?.transcripts[ref.sessionId]
      if (!transcript?.older || transcript.olderLoad.status === 'loading') return
      const before = transcript.older
      edit(ref, (draft) => {
        draft.olderLoad = { status: 'loading' }
      })
      try {
        const page = await messagePage(ref, PAGE, before)
        batch(() =>
          edit(ref, (draft) => {
            layPage(draft, page.messages, model.live(ref.serverId), false)
            Object.assign(draft, { older: page.older, olderLoad: { status: 'ready' } })
          }),
        )
      } catch (error) {
        edit(ref, (draft) => {
          draft.olderLoad = { status: 'failed', problem: toProblem(error) }
        })
      }
    },
  }
}

/** The session's directory; a session that the roster does not hold (an old one, by its link) is fetched and put there. */
async function directoryOf(model: Model, { serverId, sessionId }: SessionRef): Promise<string> {
  const known = model.state.servers[serverId]?.sessions[sessionId]
  if (known) return known.directory
  const session = await unwrap(engine(serverId).session.get({ sessionID: sessionId }))
  model.change(serverId, (draft) => {
    draft.sessions[sessionId] ??= session
  })
  return session.directory
}

function readSession(ref: SessionRef, directory: string) {
  const { session } = engine(ref.serverId)
  const place = { sessionID: ref.sessionId, directory }
  return Promise.all([messagePage(ref, PAGE), unwrap(session.todo(place)), unwrap(session.diff(place))])
}
