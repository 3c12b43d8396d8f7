import type { FoundModelsAsked } from '../../../shared/providers.ts'
import type { HiddenChange } from '../../../shared/hidden.ts'
import type { ProviderCheck } from '../../../shared/provider-check.ts'
import type { EnvironmentChange } from '../../../shared/terminal-environment.ts'
import { ask } from '../host.ts'

/** What only the settings ask the host: it comes with them. */
export const settingsHost = {
  preferences: () => ask('preferences', {}),
  changeHidden: (change: HiddenChange) => ask('changeHidden', {}, change),
  providers: (server: string, directory: string) => ask('providers', { server, directory }),
  providerModels: (server: string, directory: string, provider: string) =>
    ask('providerModels', { server, directory, provider }),
  /** What a provider says at an address that somebody has typed. */
  foundModels: (server: string, directory: string, asked: FoundModelsAsked) =>
    ask('foundModels', { server, directory }, asked),
  providerCatalogue: (server: string, directory: string) => ask('providerCatalogue', { server, directory }),
  /** Whether the server has variables of these names. */
  variables: (server: string, names: readonly string[]) =>
    ask('variables', { server, names: names.join(',') }),
  /** Takes seconds; up to two minutes where nobody answers. */
  checkProvider: (
    values: { server: string; provider: string; directory: string },
    check: ProviderCheck,
    signal: AbortSignal,
  ) => ask('checkProvider', values, check, { signal }),
  /** Names alone: what is in them stays with the host. */
  terminalEnvironment: (server: string, directory: string) =>
    ask('terminalEnvironment', { server, directory }),
  changeTerminalEnvironment: (server: string, directory: string, change: EnvironmentChange) =>
    ask('changeTerminalEnvironment', { server, directory }, change),
  agents: (server: string, directory: string) => ask('agents', { server, directory }),
}
