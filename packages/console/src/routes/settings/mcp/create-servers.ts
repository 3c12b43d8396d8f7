import { createEffect, createMemo, on, onCleanup, type Accessor } from 'solid-js'
import type { McpState } from '@kilo-console/engine/edge/mcp'
import type { Problem } from '../../../../shared/api.ts'
import { mcpSettings, mcpStates } from '../../../sdk/settings/mcp.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConsole } from '../../../store/context.ts'
import { createReading, type Reading } from '../configuration/create-reading.ts'
import { createRead } from '../create-read.ts'
import { createActs, type Acts } from './create-acts.ts'
import { createOffers, type Offers } from './create-offers.ts'
import { mcpServers, type McpServer } from './servers.ts'

/** The engine sends no word when one of them ends. To ask costs it some milliseconds. */
const LOOK_MS = 10_000

export interface Servers {
  place: ConfigurationPlace
  /** Undefined: what there is was not told yet. Names stay the same as long as there are the same: a row outlives what is new of it. */
  names: Accessor<string[] | undefined>
  find(this: void, name: string): McpServer | undefined
  /** How they are is still to be told: they are being connected. */
  isConnecting: Accessor<boolean>
  problem: Accessor<Problem | undefined>
  /** Where each stands; empty of a server that can't tell. */
  reading: Reading
  acts: Acts
  offers: Offers
  refresh(this: void): void
}

/** The MCP servers of one folder, looked at again and again while somebody sees them. */
export function createServers(place: ConfigurationPlace): Servers {
  const { can, state } = useConsole()
  const reading = createReading(() => (can(place.serverId, 'configuration') ? place : undefined))
  const settings = createRead(() => place, mcpSettings)
  const states = createRead(() => place, mcpStates)
  const offers = createOffers(() => (states.value() ? place : undefined))
  const acts = createActs(place, {
    state: (name) => ownOf(states.value(), name),
    refresh: states.refresh,
    onChanged: offers.refresh,
  })
  const told = createMemo(() => {
    const known = settings.value()
    if (!known && !states.value()) return undefined
    return mcpServers({ states: states.value(), settings: known ?? {}, configuration: reading.value() })
  })
  const isUp = () => state.link === 'connected' && state.servers[place.serverId]?.info.health === 'healthy'
  const refresh = () => {
    for (const one of [reading, settings, states]) void one.refresh()
  }
  // What could not be read while the server was down.
  createEffect(on(isUp, (up) => up && refresh(), { defer: true }))
  createLooking(() => isUp() && !states.isReading() && void states.refresh())
  return {
    place,
    ...createList(told, acts),
    isConnecting: () => !states.value() && states.isReading(),
    problem: () => states.problem() ?? settings.problem() ?? reading.problem(),
    reading,
    acts,
    offers,
    refresh,
  }
}

function createList(
  told: Accessor<McpServer[] | undefined>,
  { doing }: Pick<Acts, 'doing'>,
): Pick<Servers, 'names' | 'find'> {
  const names = createMemo(() => told()?.map(({ name }) => name), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const byName = createMemo(() => new Map(told()?.map((server) => [server.name, server])))
  const find = (name: string): McpServer | undefined => {
    const server = byName().get(name)
    return server && doing(name) === 'connect' ? { ...server, condition: 'connecting' } : server
  }
  return { names, find }
}

/** While somebody can see it. */
function createLooking(look: () => void): void {
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), LOOK_MS)
  onCleanup(() => clearInterval(timer))
}

const ownOf = (states: Record<string, McpState> | undefined, name: string) =>
  states && Object.hasOwn(states, name) ? states[name] : undefined
