import { fitting, fittingEntries, fittingOnes, type Dropped } from '@kilo-console/engine/edge/check'
import { handle } from '@kilo-console/engine/edge/bounds'
import {
  connectedModel,
  connectedProvider,
  connectedProviders,
  type ConnectedModel,
  type ConnectedProvider,
} from '@kilo-console/engine/edge/providers'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import type { ListedProvider, ProviderModel } from '../../shared/providers.ts'
import { pathIn } from '../configuration/place.ts'
import { shownValue } from '../configuration/shown-value.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { makeByteBudget } from '../servers/byte-budget.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from '../servers/read-engine.ts'

/** The largest catalogue of one provider has a thousand. */
const MOST_MODELS = 5000

/** Those that are connected, in the order of their names. Throws 502 `server-unreachable`. */
export async function readProviders(
  target: Target,
  directory: string,
  dropped: Dropped,
): Promise<ListedProvider[]> {
  const all = await ask(target, directory, dropped)
  return all.map((provider) => listed(provider, dropped)).toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Of one of them, in the order of their names. Throws 404 `unknown-provider`, 502 `server-unreachable`. */
export async function readModels(
  target: Target,
  { directory, provider }: { directory: string; provider: string },
  dropped: Dropped,
): Promise<ProviderModel[]> {
  const all = await ask(target, directory, dropped)
  const found = all.find(({ id }) => id === provider)
  if (!found) throw new HttpProblem(404, 'unknown-provider', 'This provider is not connected any more.')
  return Object.values(modelsOf(found, dropped))
    .map(shownModel)
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

async function ask(target: Target, directory: string, dropped: Dropped): Promise<ConnectedProvider[]> {
  const path = pathIn('/config/providers', directory)
  try {
    const answer = await readEngine(target, path, makeByteBudget(hostLimits.answerBytes), PATIENT_MS)
    const { providers } = fitting(connectedProviders, answer) ?? {}
    return fittingOnes(connectedProvider, providers, hostLimits.items, dropped)
  } catch (error) {
    throw couldNotRead('The providers', error)
  }
}

const modelsOf = ({ models }: ConnectedProvider, dropped: Dropped): Record<string, ConnectedModel> =>
  fittingEntries(handle, connectedModel, models, MOST_MODELS, dropped)

function listed(provider: ConnectedProvider, dropped: Dropped): ListedProvider {
  const { id, name, source, env = [], key = false, options } = provider
  const models = Object.values(modelsOf(provider, dropped))
  const { npm, url = '' } = models[0]?.api ?? {}
  const address = addressOf(id, options.baseURL ?? url)
  return {
    id,
    name,
    source,
    env,
    hasKey: key,
    ...(address !== undefined && { baseURL: address }),
    ...(npm !== undefined && { library: npm }),
    models: models.length,
  }
}

/** Without what may be a login in it. */
function addressOf(id: string, url: string): string | undefined {
  if (url === '') return undefined
  const shown = shownValue(['provider', id, 'options', 'baseURL'], url)
  return 'value' in shown && typeof shown.value === 'string' ? shown.value : undefined
}

function shownModel({
  id,
  name,
  limit,
  cost,
  status,
  variants,
  capabilities,
}: ConnectedModel): ProviderModel {
  const { input, output, reasoning, toolcall, temperature } = capabilities
  return {
    id,
    name,
    limit,
    ...(cost && { cost: shownCost(cost) }),
    input: kindsOf(input),
    output: kindsOf(output),
    reasoning,
    tools: toolcall,
    temperature,
    variants: Object.keys(variants ?? {}).slice(0, 50),
    ...(status !== undefined && status !== 'active' && { status }),
  }
}

const shownCost = ({ input, output, cache }: NonNullable<ConnectedModel['cost']>) => ({
  input,
  output,
  ...(cache && { cacheRead: cache.read, cacheWrite: cache.write }),
})

const kindsOf = (kinds: Record<string, boolean>): string[] =>
  Object.entries(kinds).flatMap(([kind, is]) => (is ? [kind] : []))
