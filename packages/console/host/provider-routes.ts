/** Routes of providers, their models, and the variables that their keys come from. */
import { DAEMON_ID } from '../shared/api.ts'
import type { FoundModels, ProviderCatalogue, ProviderList, ProviderModels } from '../shared/providers.ts'
import type { Console } from './console.ts'
import { checkConnection } from './provider-check.ts'
import { readJsonBody } from './http/body.ts'
import { findModels } from './providers/find-models.ts'
import { readCatalogue } from './providers/read-catalogue.ts'
import { readModels, readProviders } from './providers/read-providers.ts'
import { readStored } from './providers/stored-keys.ts'
import type { Visit } from './routes.ts'
import type { Environment } from './secrets/sources.ts'
import { targetOf } from './target-of.ts'
import { readVariables } from './variables-route.ts'

/** An address and a key. */
const MOST_BYTES = 16 * 1024

async function listProviders(console: Console, { params, query }: Visit<'providers'>): Promise<ProviderList> {
  const { server } = params
  const directory = query('directory') ?? ''
  const target = targetOf(console, server)
  const [providers, env] = await Promise.all([
    readProviders(target, directory, (count) => console.noteDropped(server, count)),
    environmentOf(console, server),
  ])
  return { providers, ...(env && (await readStored(env))) }
}

async function listModels(
  console: Console,
  { params, query }: Visit<'providerModels'>,
): Promise<ProviderModels> {
  const { server } = params
  const asked = { directory: query('directory') ?? '', provider: query('provider') ?? '' }
  return {
    models: await readModels(targetOf(console, server), asked, (count) => console.noteDropped(server, count)),
  }
}

async function findProviderModels(
  console: Console,
  { req, params, query }: Visit<'foundModels'>,
): Promise<FoundModels> {
  const place = {
    target: targetOf(console, params.server),
    directory: query('directory') ?? '',
    environment: await environmentOf(console, params.server),
  }
  return findModels(place, await readJsonBody(req, MOST_BYTES))
}

async function listCatalogue(
  console: Console,
  { params, query }: Visit<'providerCatalogue'>,
): Promise<ProviderCatalogue> {
  const { server } = params
  const target = targetOf(console, server)
  return {
    entries: await readCatalogue(target, query('directory') ?? '', (count) =>
      console.noteDropped(server, count),
    ),
  }
}

/** Of the managed daemon alone: another server's files need not be here. */
async function environmentOf(
  { discovery, options: { daemon } }: Console,
  server: string,
): Promise<Environment | undefined> {
  const pid = discovery.find(server)?.info.pid
  if (server !== DAEMON_ID || pid === undefined) return undefined
  return (await daemon.environment(pid)) ?? daemon.ownEnvironment
}

export const providerHandlers = {
  providers: listProviders,
  providerModels: listModels,
  checkProvider: checkConnection,
  variables: readVariables,
  foundModels: findProviderModels,
  providerCatalogue: listCatalogue,
}
