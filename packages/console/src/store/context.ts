import type { Capability } from '@kilo-console/engine/capabilities'
import { createContext, getOwner, onCleanup, runWithOwner, useContext } from 'solid-js'
import { EventSocket } from '../events/socket.ts'
import { host } from '../sdk/host.ts'
import { makeLoginListener } from '../sdk/login-key.ts'
import { earlyServer } from '../sdk/opening.ts'
import { ProblemError } from '../sdk/problem.ts'
import { openSocket } from '../sdk/request.ts'
import { makeBranchActions, type BranchActions } from './actions/branches.ts'
import { makeChangeBudget, type ChangeBudget } from './actions/budget.ts'
import { makeRequestActions, type RequestActions } from './actions/requests.ts'
import { makeServerActions, type ServerActions } from './actions/servers.ts'
import { makePin, type Pin } from './actions/pins.ts'
import { SessionActions } from './actions/sessions.ts'
import { makeShowWhole, type ShowWhole } from './actions/show-whole.ts'
import { makeTerminalActions, type TerminalActions } from './actions/terminals.ts'
import { createAllowances, type Allowances } from './allowances.ts'
import { canDo } from './can-do.ts'
import { Model } from './model.ts'
import { Sync } from './sync.ts'
import { Transcripts } from './transcripts.ts'
import type { ConsoleState, Login } from './types.ts'

export interface Console {
  /** Reactive; change it through the actions alone. */
  state: ConsoleState
  sessions: SessionActions
  branches: BranchActions
  pin: Pin
  showWhole: ShowWhole
  transcripts: Transcripts
  requests: RequestActions
  allowances: Allowances
  terminals: TerminalActions
  servers: ServerActions
  changeBudget: ChangeBudget
  /** Made by the first who asks for it, so that its code comes with a page; it ends with the console. */
  part<Part>(this: void, make: MakePart<Part>): Part
  /** Whether a server can do this. Of one that is not known yet all is expected. Reactive. */
  can(this: void, serverId: string, capability: Capability): boolean
  /** Has the host read all servers again that could not be read. */
  reloadFailed(this: void): void
  /** Tries to reach the host now. */
  reconnect(): void
}

const ConsoleContext = createContext<Console>()

export const ConsoleProvider = ConsoleContext.Provider

/** The console's state and actions. Throws outside of `ConsoleProvider`. */
export function useConsole(): Console {
  const console = useContext(ConsoleContext)
  if (!console) throw new Error('useConsole needs a ConsoleProvider above it')
  return console
}

/** Whether the host still takes our login. A host that does not answer says nothing about it. */
async function isLoggedIn(model: Model): Promise<boolean> {
  try {
    await host.info()
    return true
  } catch (error) {
    const refused = error instanceof ProblemError && error.status === 401
    if (refused && error.code === 'outdated-login') model.set('login', { status: 'outdated' })
    return !refused
  }
}

/** What only some pages need, and what outlives them. */
type MakePart<Part> = (model: Model, sessions: SessionActions) => Part

function createParts(model: Model, sessions: SessionActions): Console['part'] {
  const owner = getOwner()
  const made = new Map<MakePart<unknown>, unknown>()
  return <Part>(make: MakePart<Part>): Part => {
    if (!made.has(make))
      made.set(
        make,
        runWithOwner(owner, () => make(model, sessions)),
      )
    return made.get(make) as Part
  }
}

/** Builds the console's state and connects it; it ends with its Solid owner. */
export function createConsole(login: Login): Console {
  const model = new Model(login)
  const transcripts = new Transcripts(model)
  const sync = new Sync(model, transcripts)
  const socket = new EventSocket({
    open: openSocket,
    isLoggedIn: () => isLoggedIn(model),
    handlers: sync,
  })
  if (login.status === 'done' && login.info) model.set('info', login.info)
  void earlyServer().then((info) => info && sync.meet(info))
  // Windows share one login: what one of them learns of it, all do.
  const unlisten = makeLoginListener((key) => (key === null ? socket.logOut() : socket.retryNow()))
  const sessions = new SessionActions(model)
  onCleanup(() => {
    unlisten()
    socket.dispose()
    sync.dispose()
  })
  const requests = makeRequestActions(model)
  return {
    state: model.state,
    sessions,
    branches: makeBranchActions(model),
    pin: makePin(model),
    showWhole: makeShowWhole(model),
    transcripts,
    requests,
    allowances: createAllowances(model.state, (serverId, request) =>
      requests.replyPermission(serverId, request, 'once'),
    ),
    terminals: makeTerminalActions(model),
    servers: makeServerActions(model),
    changeBudget: makeChangeBudget(model),
    part: createParts(model, sessions),
    can: (serverId, capability) => canDo(model.state.servers[serverId]?.info, capability),
    // What comes of it, the event socket tells.
    reloadFailed: () => void host.servers().catch(() => undefined),
    reconnect: socket.retryNow,
  }
}
