import type { KnownAgent, KnownModel, KnownProviders } from '@kilo-console/engine/edge/choices'
import { host } from '../sdk/host.ts'
import type { Place } from './actions/sessions.ts'
import type { ModelRef } from './types.ts'

export interface ModelChoice extends ModelRef {
  name: string
  provider: string
  /** Tokens. */
  contextLimit: number
  /** Dollars for a million tokens. */
  cost?: KnownModel['cost'] | undefined
  seesImages?: boolean | undefined
  /** All else that is told of it. */
  limit?: KnownModel['limit'] | undefined
  capabilities?: KnownModel['capabilities'] | undefined
  /** How hard it can be told to think, in its own words. */
  variants: string[]
}

export interface Choices {
  models: ModelChoice[]
  /** Agents that a person can talk to; hidden ones and subagents left out. */
  agents: KnownAgent[]
  /** Agents that a prompt can name, to have them do a part of it. */
  subagents: KnownAgent[]
  /** What the engine takes when nothing is chosen; null when no provider is set up. */
  defaultModel: ModelRef | null
  defaultAgent: string
  /** What is checked out in the directory, as far as it was told. */
  branch?: string | undefined
}

/** The engine's hidden primary agents, that do chores (engine.md). */
const CHORES = new Set(['compaction', 'summary', 'title'])

function modelsOf(answer: KnownProviders): ModelChoice[] {
  return answer.providers.flatMap((provider) =>
    Object.values(provider.models).map((model) => ({
      providerID: provider.id,
      modelID: model.id,
      name: model.name,
      provider: provider.name,
      contextLimit: model.limit.context,
      cost: model.cost,
      seesImages: model.capabilities?.input.image,
      limit: model.limit,
      capabilities: model.capabilities,
      variants: model.variants ?? [],
    })),
  )
}

function defaultModelOf(configured: string | undefined, answer: KnownProviders): ModelRef | null {
  if (configured?.includes('/')) {
    const slash = configured.indexOf('/')
    return { providerID: configured.slice(0, slash), modelID: configured.slice(slash + 1) }
  }
  for (const provider of answer.providers) {
    const modelID = answer.default[provider.id]
    if (modelID) return { providerID: provider.id, modelID }
  }
  return null
}

/** The models and agents of a directory. Call it when a choice is opened or a session is shown, not at start. */
export async function readChoices({ serverId, directory }: Place): Promise<Choices> {
  const { providers, agents, config, branch } = await host.choices(serverId, directory)
  const primary = agents.filter(
    ({ mode, hidden, name }) => mode !== 'subagent' && !hidden && !CHORES.has(name),
  )
  return {
    models: modelsOf(providers),
    agents: primary,
    subagents: agents.filter(({ mode, hidden, name }) => mode !== 'primary' && !hidden && !CHORES.has(name)),
    defaultModel: defaultModelOf(config.model, providers),
    branch,
    defaultAgent: config.default_agent ?? primary[0]?.name ?? 'code',
  }
}
