/** PURE: whether a provider that is not saved yet would be sent a key that is meant for another address. */
import { bagOf } from '@kilo-console/engine/edge/bounds'
import { holdsMark } from '@kilo-console/engine/secrets/hidden'
import { HttpProblem } from '../http/problem.ts'

interface Unsaved {
  provider: string
  /** As the page has sent it: what is hidden in it is a key of somewhere. */
  asked: Record<string, unknown>
  /** The same, with all that is filled in. */
  whole: Record<string, unknown>
  /** What the engine has of the one of this name, which it lays below; undefined: nothing. */
  known: Known | undefined
  /** A key of this name is in the file of keys. */
  isStored: boolean
}

interface Known {
  key?: string
  options: { apiKey?: string; baseURL?: string; headers?: Record<string, unknown> }
}

/** Throws 409 `key-elsewhere`. A key that is typed goes where it is told to. */
export function refuseElsewhere({ provider, asked, whole, known, isStored }: Unsaved): void {
  const own = originOf(known?.options.baseURL ?? '')
  const elsewhere = addressesIn(whole).find((url) => url.origin !== own)
  if (!elsewhere || !hasKeys({ asked, whole, known, isStored })) return
  throw new HttpProblem(
    409,
    'key-elsewhere',
    `The key of ${provider} is not sent to ${elsewhere.host}, which is not its address so far.`,
    'Type the key, or save the address first.',
  )
}

function hasKeys({ asked, whole, known, isStored }: Omit<Unsaved, 'provider'>): boolean {
  if (holdsMark(JSON.stringify(asked))) return true
  // Headers are laid over each other one by one.
  if (Object.keys(known?.options.headers ?? {}).length > 0) return true
  return !isOwn(keyIn(asked), keyIn(whole), known) && Boolean(known?.options.apiKey || known?.key || isStored)
}

/** Typed, or from a variable that is not the one of its address so far. */
function isOwn(said: unknown, key: unknown, known: Known | undefined): boolean {
  if (typeof key !== 'string' || key === '') return false
  return said === key || (key !== known?.options.apiKey && key !== known?.key)
}

const keyIn = ({ options }: Record<string, unknown>): unknown => bagOf(options)['apiKey']

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : undefined)

/** Wherever one stands: libraries have names of their own for it. */
function addressesIn(value: unknown): URL[] {
  if (typeof value === 'string')
    return /^\s*https?:/i.test(value) && URL.canParse(value) ? [new URL(value)] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : []
}
