import type { Message, Session } from '@kilocode/sdk/v2/client'
import { createContext, createEffect, createMemo, onCleanup, useContext, type Accessor } from 'solid-js'
import type { Problem } from '../../shared/api.ts'
import type { NetworkWait } from '../store/actions/sessions.ts'
import { useConsole } from '../store/context.ts'
import { sessionOf, type ServerState, type SessionRef, type Transcript } from '../store/types.ts'
import { createFolderState, type FolderState } from './folder-state.ts'
import { networkWaitOf } from './network-wait.ts'
import { requestsOf, type Request } from './requests/requests-of.ts'
import { createParted } from './create-parted.ts'
import type { Reverted } from './reverted.ts'

/** One session as its views see it. All but `ref` is reactive. */
export interface SessionView {
  ref: SessionRef
  /** The one in which this one is shown, as the work of a subagent. */
  within: SessionView | undefined
  server: Accessor<ServerState | undefined>
  session: Accessor<Session | undefined>
  /** Undefined before its server is known, and after the session was deleted. */
  transcript: Accessor<Transcript | undefined>
  /** Those that count, in order: what was taken back is in `reverted`. */
  messages: Accessor<Message[]>
  reverted: Accessor<Reverted | undefined>
  /** Empty while it is not known. */
  directory: Accessor<string>
  busy: Accessor<boolean>
  /** Whether the engine takes prompts and answers now. */
  reachable: Accessor<boolean>
  /** Why the last turn ended, where it ended in an error. */
  failed: Accessor<Problem | undefined>
  /** The last turn was cut off when its server ended. */
  cutOff: Accessor<boolean>
  /** It, or a subagent, waits until somebody says what to do about the network. */
  networkWait: Accessor<NetworkWait | undefined>
  /** What waits for an answer here and in subagents, oldest first. */
  requests: Accessor<Request[]>
  folder: FolderState
}

const SessionContext = createContext<SessionView>()

export const SessionProvider = SessionContext.Provider

/** The session on screen. Throws outside of `SessionProvider`. */
export function useSession(): SessionView {
  const view = useContext(SessionContext)
  if (!view) throw new Error('useSession needs a SessionProvider above it')
  return view
}

/** Opens a session for the life of the calling owner. `within`: as the work of a subagent, which is done in the folder of whoever asked it. */
export function createSessionView(ref: SessionRef, within?: SessionView): SessionView {
  const { state, transcripts } = useConsole()
  const server = () => state.servers[ref.serverId]
  const session = () => sessionOf(server(), ref.sessionId)
  const isKnown = createMemo(() => server() !== undefined)
  createEffect(() => {
    if (isKnown()) onCleanup(transcripts.open(ref))
  })
  const requests = createMemo(() => {
    const known = server()
    return known ? requestsOf(known, ref.sessionId) : []
  })
  const transcript = () => server()?.transcripts[ref.sessionId]
  const parted = createParted(
    () => transcript()?.messages ?? [],
    () => session()?.revert,
  )
  const turn = createTurn(server, ref.sessionId)
  const directory = createMemo(() => session()?.directory ?? '')
  return {
    ref,
    within,
    server,
    session,
    transcript,
    messages: () => parted().messages,
    reverted: () => parted().reverted,
    directory,
    ...turn,
    reachable: () => state.link === 'connected' && server()?.info.health === 'healthy',
    requests,
    folder: within?.folder ?? createFolder(ref.serverId, { directory, transcript, busy: turn.busy }),
  }
}

/** Its folder, and what may have changed that. */
function createFolder(
  serverId: string,
  { directory, transcript, busy }: Pick<SessionView, 'directory' | 'transcript' | 'busy'>,
): FolderState {
  const unsent = () => transcript()?.pending.filter(({ problem }) => problem).length ?? 0
  return createFolderState({
    place: createMemo(() => (directory() === '' ? undefined : { serverId, directory: directory() })),
    told: () => transcript()?.folder,
    opening: () => ['idle', 'loading'].includes(transcript()?.load.status ?? 'idle'),
    occasion: createMemo(() => `${busy()} ${unsent()}`),
  })
}

/** How the session's turn goes, or went. */
function createTurn(
  server: SessionView['server'],
  sessionId: string,
): Pick<SessionView, 'busy' | 'failed' | 'cutOff' | 'networkWait'> {
  return {
    busy: () => server()?.activity[sessionId] !== undefined,
    failed: () => server()?.failed[sessionId],
    cutOff: () => server()?.interrupted[sessionId] === true,
    networkWait: createMemo(() => {
      const known = server()
      return known && networkWaitOf(known, sessionId)
    }),
  }
}
