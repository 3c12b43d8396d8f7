import type { McpState } from '@kilo-console/engine/edge/mcp'
import { createSignal } from 'solid-js'
import type { Problem } from '../../../../shared/api.ts'
import { connectMcp, disconnectMcp, forgetMcpLogin } from '../../../sdk/settings/mcp.ts'
import { toProblem } from '../../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { announce } from '../../../ui/announce.tsx'
import { CONDITION_NAMES } from './condition-text.ts'

export type Deed = 'connect' | 'disconnect' | 'log-out'

export interface Acts {
  /** What is being done to it; undefined: nothing. */
  doing(this: void, name: string): Deed | undefined
  /** Why the last thing was not done. */
  problem(this: void, name: string): Problem | undefined
  connect(this: void, name: string): Promise<void>
  disconnect(this: void, name: string): Promise<void>
  /** It is connected anew: else it would stay as it is. */
  logOut(this: void, name: string): Promise<void>
  /** Something was changed otherwise. */
  changed(this: void): Promise<void>
}

interface Around {
  state: (name: string) => McpState | undefined
  refresh: () => Promise<void>
  onChanged: () => void
}

/** The engine answers before everything has settled, and tells of no change. */
const LOOKS = 20
const BETWEEN_MS = 500

/** What can be done to the servers of a folder that ends nobody’s work; of each one thing at a time. */
export function createActs(place: ConfigurationPlace, { state, refresh, onChanged }: Around): Acts {
  const [doing, setDoing] = createSignal<ReadonlyMap<string, Deed>>(new Map())
  const [problems, setProblems] = createSignal<ReadonlyMap<string, Problem>>(new Map())

  async function settle(isSettled: () => boolean): Promise<void> {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      await refresh()
      if (isSettled()) break
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
    }
    onChanged()
  }

  async function act(name: string, deed: Deed, run: () => Promise<void>): Promise<void> {
    if (doing().has(name)) return
    setDoing((all) => new Map(all).set(name, deed))
    setProblems((all) => without(all, name))
    try {
      await run()
      await settle(() => (state(name)?.status === 'disabled') === (deed === 'disconnect'))
      announce(`${name}: ${wordFor(state(name))}`)
    } catch (error) {
      setProblems((all) => new Map(all).set(name, toProblem(error)))
      await refresh()
    } finally {
      setDoing((all) => without(all, name))
    }
  }

  return {
    doing: (name) => doing().get(name),
    problem: (name) => problems().get(name),
    connect: (name) => act(name, 'connect', () => connectMcp(place, name)),
    disconnect: (name) => act(name, 'disconnect', () => disconnectMcp(place, name)),
    logOut: (name) => act(name, 'log-out', () => logOut(place, name)),
    // The first look waits until all are connected.
    changed: () => settle(() => true),
  }
}

async function logOut(place: ConfigurationPlace, name: string): Promise<void> {
  await forgetMcpLogin(place, name)
  await disconnectMcp(place, name)
  await connectMcp(place, name)
}

function without<Value>(all: ReadonlyMap<string, Value>, name: string): Map<string, Value> {
  const others = new Map(all)
  others.delete(name)
  return others
}

const wordFor = (state: McpState | undefined): string => {
  switch (state?.status) {
    case 'connected':
      return CONDITION_NAMES.connected
    case 'failed':
      return CONDITION_NAMES.failed
    case 'needs_auth':
      return CONDITION_NAMES.login
    case 'needs_client_registration':
      return CONDITION_NAMES.registration
    case 'disabled':
      return CONDITION_NAMES.disconnected
    case undefined:
      return CONDITION_NAMES.untold
  }
}
