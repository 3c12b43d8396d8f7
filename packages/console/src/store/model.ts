import { createStore, produce, type SetStoreFunction } from 'solid-js/store'
import { BoundedParts } from '../../shared/bounded-parts.ts'
import { pageLimits } from '@kilo-console/engine/edge/limits'
import type { LiveParts } from '../../shared/live-parts.ts'
import { Holds } from './holds.ts'
import type { ConsoleState, Login, ServerState, Transcript } from './types.ts'

const LIVE = { parts: pageLimits.liveParts, size: pageLimits.liveText }

/** The page's state and the only ways to change it. */
export class Model {
  readonly state: ConsoleState
  readonly set: SetStoreFunction<ConsoleState>
  /** Prompts of these folders wait. */
  readonly holds = new Holds()
  readonly #live = new Map<string, LiveParts>()

  constructor(login: Login) {
    const [state, set] = createStore<ConsoleState>({
      login,
      link: 'connecting',
      info: null,
      servers: {},
      order: [],
      daemonAction: null,
    })
    this.state = state
    this.set = set
  }

  /** Changes one server in place, if it is still there. */
  change(serverId: string, edit: (draft: ServerState) => void): void {
    if (this.state.servers[serverId]) this.set('servers', serverId, produce(edit))
  }

  /** Changes one open transcript in place, if it is still there. */
  changeTranscript(serverId: string, sessionId: string, edit: (draft: Transcript) => void): void {
    this.change(serverId, (draft) => {
      const transcript = draft.transcripts[sessionId]
      if (transcript) edit(transcript)
    })
  }

  /** Takes a server out of the state. */
  forget(serverId: string): void {
    this.#live.delete(serverId)
    this.set(
      'servers',
      produce((servers) => void delete servers[serverId]),
    )
  }

  /** The running parts of a server, whole: see shared/live-parts.ts. Not reactive. */
  live(serverId: string): LiveParts {
    const known = this.#live.get(serverId) ?? new BoundedParts(LIVE)
    this.#live.set(serverId, known)
    return known
  }
}
