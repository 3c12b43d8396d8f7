import type { McpResource } from '@kilocode/sdk/v2/client'
import type { KnownCommand } from '@kilo-console/engine/edge/commands'
import type { Accessor } from 'solid-js'
import type { Problem } from '../../../../shared/api.ts'
import { mcpPrompts, mcpResources } from '../../../sdk/settings/mcp.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { createRead } from '../create-read.ts'

export interface Offers {
  prompts(this: void, server: string): KnownCommand[]
  resources(this: void, server: string): McpResource[]
  /** Why they are not known. */
  problem: Accessor<Problem | undefined>
  refresh(this: void): void
}

/** What connected servers offer besides tools, which the engine does not tell. */
export function createOffers(place: Accessor<ConfigurationPlace | undefined>): Offers {
  const offers = createRead(place, async (asked) => {
    const [prompts, resources] = await Promise.all([mcpPrompts(asked), mcpResources(asked)])
    return { prompts, resources }
  })
  return {
    prompts: (server) => offers.value()?.prompts.filter(({ name }) => name.startsWith(`${server}:`)) ?? [],
    resources: (server) => offers.value()?.resources.filter(({ client }) => client === server) ?? [],
    problem: offers.problem,
    refresh: () => void offers.refresh(),
  }
}
