/** The connection check of a provider. */
import type { CheckReport } from '@kilo-console/engine/provider-report'
import { checkProvider } from '@kilo-console/provider-check/check-provider'
import { DAEMON_ID } from '../shared/api.ts'
import type { ProviderCheck } from '../shared/provider-check.ts'
import type { Console } from './console.ts'
import { readJsonBody } from './http/body.ts'
import { HttpProblem } from './http/problem.ts'
import { couldNotRead } from './servers/could-not-read.ts'
import { refuseElsewhere } from './providers/meant-address.ts'
import { readKey } from './providers/read-key.ts'
import { readStored } from './providers/stored-keys.ts'
import type { Visit } from './routes.ts'
import type { Environment } from './secrets/sources.ts'
import { targetOf } from './target-of.ts'

const MOST_BYTES = 256 * 1024
/** Each costs a prompt, and an instance of the engine. */
const MOST_AT_ONCE = 2
const MOST_NAME = 512

let running = 0

/** Throws 400 `bad-check`, 409 `key-elsewhere`, 429 `busy`, 502 where the engine can’t be asked. Ends with the page that asked. */
export async function checkConnection(
  console: Console,
  { req, res, params, query }: Visit<'checkProvider'>,
): Promise<CheckReport> {
  const { secrets: _, ...engine } = targetOf(console, params.server)
  const directory = query('directory') ?? ''
  const { model, definition } = askedCheck(await readJsonBody(req, MOST_BYTES))
  const whole = definition && (await wholeOf(console, { ...params, directory, definition }))
  if (running >= MOST_AT_ONCE)
    throw new HttpProblem(429, 'busy', 'Two checks are under way. Wait for one of them.')
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  running += 1
  try {
    return await checkProvider({
      engine,
      provider: params.provider,
      directory,
      ...(model !== undefined && { model }),
      ...(whole && { definition: whole }),
      signal: gone.signal,
    })
  } catch (error) {
    throw couldNotRead('The provider', error)
  } finally {
    running -= 1
  }
}

interface Unsaved {
  server: string
  provider: string
  directory: string
  definition: Record<string, unknown>
}

/** With what is hidden and what it refers to. Throws 409 `key-elsewhere`. */
async function wholeOf(
  console: Console,
  { server, provider, directory, definition }: Unsaved,
): Promise<Record<string, unknown>> {
  const target = targetOf(console, server)
  const env = await environmentOf(console, server)
  const restored = target.secrets?.restore(definition) ?? definition
  const whole = withVariables(restored, env ?? new Map()) as Record<string, unknown>
  // What goes wrong may quote it at once.
  target.secrets?.redact({ provider: { [provider]: whole } })
  const { stored = {} } = env ? await readStored(env) : {}
  const known = await readKey(target, directory, provider)
  refuseElsewhere({ provider, asked: definition, whole, known, isStored: Object.hasOwn(stored, provider) })
  return whole
}

/** PURE. Throws 400 `bad-check`. */
export function askedCheck({ model, definition }: Record<string, unknown>): ProviderCheck {
  const isModel =
    model === undefined || (typeof model === 'string' && model !== '' && model.length <= MOST_NAME)
  const isDefinition =
    definition === undefined ||
    (typeof definition === 'object' && definition !== null && !Array.isArray(definition))
  if (!isModel || !isDefinition) throw new HttpProblem(400, 'bad-check', 'This is no check of a provider.')
  return {
    ...(model !== undefined && { model }),
    ...(definition !== undefined && { definition: definition as Record<string, unknown> }),
  }
}

/** Of the managed daemon alone: another server's need not be here. */
async function environmentOf(
  { discovery, options: { daemon } }: Console,
  server: string,
): Promise<Environment | undefined> {
  const pid = server === DAEMON_ID ? discovery.find(server)?.info.pid : undefined
  return pid === undefined ? undefined : daemon.environment(pid)
}

/** PURE. As the engine fills them in: one that is not set is empty. */
export function withVariables(value: unknown, env: Environment): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/\{env:([^}]+)\}/g, (_, name: string) => env.get(name) ?? '')
  if (Array.isArray(value)) return value.map((one) => withVariables(one, env))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withVariables(one, env)]))
}
