import type { AskedKey, FoundModels } from '../../shared/providers.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import type { Environment } from '../secrets/sources.ts'
import { askModels } from './ask-models.ts'
import { readKey } from './read-key.ts'

const MOST_TEXT = 4096

interface Place {
  target: Target
  directory: string
  /** Of the engine; undefined: it is not known here. */
  environment: Environment | undefined
}

/** Which models a provider tells of. Throws 400 `bad-request` for a body that is none. */
export async function findModels(place: Place, body: Record<string, unknown>): Promise<FoundModels> {
  const { baseURL, key } = askedModels(body)
  const found = key && (await keyFor(place, key, baseURL))
  return typeof found === 'object' ? found : askModels(baseURL, found)
}

function askedModels({ baseURL, key }: Record<string, unknown>): { baseURL: URL; key?: AskedKey } {
  const url = isText(baseURL) && URL.canParse(baseURL) ? new URL(baseURL) : undefined
  const isAsked = url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  if (!isAsked || (key !== undefined && !isAskedKey(key)))
    throw new HttpProblem(400, 'bad-request', 'This is no address of a provider.')
  url.hash = ''
  return { baseURL: url, ...(key !== undefined && { key }) }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MOST_TEXT

function isAskedKey(key: unknown): key is AskedKey {
  if (typeof key !== 'object' || key === null) return false
  const { typed, variable, of } = key as Record<string, unknown>
  return isText(typed) ? /^[\x20-\x7e]+$/.test(typed) : isText(variable) || isText(of)
}

/** The key, or why there is none. */
async function keyFor(
  { target, directory, environment }: Place,
  key: AskedKey,
  baseURL: URL,
): Promise<string | FoundModels> {
  if ('typed' in key) return key.typed
  if ('of' in key) return keyOf(target, directory, { id: key.of, baseURL })
  const value = environment?.get(key.variable)
  return value && /^[\x20-\x7e]+$/.test(value) ? value : noKey(`The daemon has no key in ${key.variable}.`)
}

const noKey = (message: string): FoundModels => ({
  problem: { code: 'no-key', message, hint: 'Type the key, or start the daemon with the variable.' },
})

/** It goes to the address that it is for, and to no other. */
async function keyOf(
  target: Target,
  directory: string,
  { id, baseURL }: { id: string; baseURL: URL },
): Promise<string | FoundModels> {
  const own = await readKey(target, directory, id)
  const key = own?.options.apiKey || own?.key
  if (!own || !key) return noKey('The key of this provider is not known here.')
  const { baseURL: known = '' } = own.options
  return URL.canParse(known) && new URL(known).origin === baseURL.origin
    ? key
    : noKey(`The key of this provider is not sent to ${baseURL.host}, which is not its address so far.`)
}
