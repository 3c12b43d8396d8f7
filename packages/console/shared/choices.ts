import type { KnownAgent, KnownConfig, KnownProviders } from '@kilo-console/engine/edge/choices'

/** Answer of the route `choices`: what a prompt can be sent to, of the engine's own answers as much as the page needs. */
export interface KnownChoices {
  providers: KnownProviders
  agents: KnownAgent[]
  config: KnownConfig
}
