import type { KnownAgent, KnownConfig, KnownProviders } from '@kilo-console/engine/edge/choices'

/** Answer of the route `choices`: what a prompt can be sent to, of the engine's own answers as much as the page needs. */
export interface KnownChoices {
  providers: KnownProviders
  agents: KnownAgent[]
  config: KnownConfig
  /** What is checked out there; absent: no repository, or the engine did not say. */
  branch?: string
}
