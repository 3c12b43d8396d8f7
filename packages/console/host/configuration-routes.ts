/** Routes of the engine's configuration. */
import { DAEMON_ID } from '../shared/api.ts'
import type { Configuration, ConfigurationSaved } from '../shared/configuration.ts'
import { changeConfiguration } from './configuration/change-configuration.ts'
import { readConfiguration } from './configuration/read-configuration.ts'
import { scopeOf } from './configuration/place.ts'
import type { Console } from './console.ts'
import { readJsonBody } from './http/body.ts'
import type { Visit } from './routes.ts'
import { targetOf } from './target-of.ts'

/** A setting's value and the path of its file. */
const MOST_BYTES = 64 * 1024

export function readSettings(
  console: Console,
  { params, query }: Visit<'configuration'>,
): Promise<Configuration> {
  const { server } = params
  const directory = query('directory') ?? ''
  return readConfiguration({
    target: targetOf(console, server),
    scope: scopeOf(query('scope'), directory),
    directory,
    startedAt: console.discovery.find(server)?.info.startedAt,
    // Another server may run elsewhere, in a container for one: its files may have the names of ours.
    isHere: server === DAEMON_ID,
    dropped: (count) => console.noteDropped(server, count),
  })
}

export async function changeSetting(
  console: Console,
  { req, params, query }: Visit<'changeConfiguration'>,
): Promise<ConfigurationSaved> {
  const target = targetOf(console, params.server)
  return changeConfiguration(target, query('directory') ?? '', await readJsonBody(req, MOST_BYTES))
}
