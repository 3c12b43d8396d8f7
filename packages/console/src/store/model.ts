import { createStore, produce, type SetStoreFunction } from 'solid-js/store'
import type { LiveParts } from '../../shared/live-parts.ts'
import type { ConsoleState, ServerState, Transcript } from './types.ts'

/** The page's state and the only ways to change it. */
export interface Model {
  state: ConsoleState
  set: SetStoreFunction<ConsoleState>
  /** Changes one server in place, if it is still there. */
  change(this: void, serverId: string, edit: (draft: ServerState) => void): void
  /** Takes a server out of the state. */
  forget(serverId: string): void
  /** Changes one open transcript in place, if it is still there. */
  changeTranscript(serverId: string, sessionId: string, edit: (draft: Transcript) => void): void
  /** The running parts of a server, whole: see shared/live-parts.ts. Not reactive. */
  live(serverId: string): LiveParts
}

export function createModel(): Model {
  const [state, set] = createStore<ConsoleState>({
    link: 'connecting',
    info: null,
    servers: {},
    order: [],
    daemonAction: null,
  })
  const live = new Map<string, LiveParts>()

  function change(serverId: string, edit: (draft: ServerState) => void): void {
    if (state.servers[serverId]) set('servers', serverId, produce(edit))
  }

  return {
    state,
    set,
    change,
    forget(serverId) {
      live.delete(serverId)
      set(
        'servers',
        produce((servers) => {
          delete servers[serverId]
        }),
      )
    },
    changeTranscript(serverId, sessionId, edit) {
      change(serverId, (draft) => {
        const transcript = draft.transcripts[sessionId]
        if (transcript) edit(transcript)
      })
    },
    live(serverId) {
      const known = live.get(serverId)
      if (known) return known
      const fresh: LiveParts = new Map()
      live.set(serverId, fresh)
      return fresh
    },
  }
}
