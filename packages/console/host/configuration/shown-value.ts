/**
 * PURE: which values of the configuration may leave the host. A secret is known by where it stands, by what stands there, or not at all: so where keys
 * and the like are usual, only what is known to be none is shown.
 */
import type { ShownValue } from '../../shared/configuration.ts'

/** Parts of a name: `apiKey`, `CLIENT_SECRET`, `x-auth-token`. */
const SECRET_WORDS = new Set(
  'key keys apikey token tokens secret secrets password passwd passphrase credential credentials auth authorization cookie header headers env environment'.split(
    ' ',
  ),
)

/** Names that have one of those words, and mean something else. */
const NO_SECRETS = new Set(['preserve_recent_tokens', 'setCacheKey', 'max_tokens', 'maxTokens'])

/** Of a provider's options, which are whatever its library takes. */
const PLAIN_OPTIONS = new Set([
  'baseURL',
  'enterpriseUrl',
  'setCacheKey',
  'timeout',
  'chunkTimeout',
  'region',
])

/** As the engine fills it in when it reads the file. */
const REFERENCE = /\{(env|file):[^}]*\}/
const ONLY_REFERENCE = /^\{(env|file):[^{}]{1,200}\}$/

const MOST_TEXT = 2000
const MOST_ITEMS = 200

/** Whether the engine puts something else in its place: then only the text of the file may be compared, and shown. */
export const isReference = (value: unknown): boolean => REFERENCE.test(JSON.stringify(value) ?? '')

export function shownValue(path: readonly string[], value: unknown): ShownValue {
  if (typeof value === 'string' && ONLY_REFERENCE.test(value)) return { value }
  if (isSecretPlace(path)) return { secret: true }
  return { value: harmless(path, value) }
}

function isSecretPlace(path: readonly string[]): boolean {
  if (path.some(isSecretName)) return true
  const [kind, , part, option = ''] = path
  if (kind === 'provider' && part === 'options') return !PLAIN_OPTIONS.has(option)
  // What a language server is begun with is whatever it takes.
  return kind === 'lsp' && part === 'initialization'
}

function isSecretName(name: string): boolean {
  if (NO_SECRETS.has(name)) return false
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/)
  return words.some((word) => SECRET_WORDS.has(word.toLowerCase()))
}

/** Addresses without what may be a login or a key; of commands, whose arguments may be keys, the program alone. */
function harmless(path: readonly string[], value: unknown): unknown {
  if (typeof value === 'string') return cut(plainAddress(value))
  if (!Array.isArray(value)) return isPlain(value) ? value : {}
  if (path.at(-1) === 'command')
    return value.length > 1 ? [harmless([], value[0]), '…'] : value.map((item) => harmless([], item))
  const items = value.slice(0, MOST_ITEMS).map(itemOf)
  return value.length > MOST_ITEMS ? [...items, '…'] : items
}

/** A plugin with its options is a list: its name is shown. */
function itemOf(item: unknown): unknown {
  if (Array.isArray(item)) return harmless([], item[0])
  return typeof item === 'object' && item !== null ? '…' : harmless([], item)
}

const isPlain = (value: unknown) => typeof value !== 'object' || value === null

function plainAddress(text: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text
  try {
    const url = new URL(text)
    const hidden = url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== ''
    return hidden ? `${url.protocol}//${url.host}${url.pathname}?…` : text
  } catch {
    return '…'
  }
}

const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text)
