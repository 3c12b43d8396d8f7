/**
 * PURE: which values of the configuration may leave the host. A secret is known by where it stands, by what stands there, or not at all: so where keys
 * and the like are usual, only what is known to be none is shown.
 */
import type { ShownValue } from '../../shared/configuration.ts'
import { holdsSecrets } from './secret-names.ts'
import { withoutSecrets } from './secret-text.ts'

/** Of options, which are whatever a provider’s library takes. */
const PLAIN_OPTIONS = new Set(
  (
    'baseURL enterpriseUrl region effort include reasoningEffort reasoning_effort reasoningSummary textVerbosity verbosity ' +
    'serviceTier service_tier thinkingLevel'
  ).split(' '),
)

/** Of an agent; what else it has goes to the provider as an option. */
const AGENT_PARTS = new Set(
  'name model variant prompt description mode hidden color steps maxSteps permission tools displayName'.split(
    ' ',
  ),
)

/** Below these stand names that somebody has chosen: a server called `auth` is no secret. */
const WITH_CHOSEN_NAMES = new Set(['agent', 'mode', 'mcp', 'command', 'provider', 'lsp', 'formatter'])

/** As the engine fills it in when it reads the file. */
const REFERENCE = /\{(env|file):[^}]*\}/
const ONLY_REFERENCE = /^\{(env|file):[^{}]{1,200}\}$/

const MOST_TEXT = 2000
const MOST_ITEMS = 200
/** Kilo’s catalogue has more than two hundred providers: who leaves out all but one has a list of the others, that is written again as a whole. */
const MOST_PROVIDERS = 1000

/** Whether the engine puts something else in its place: then only the text of the file may be compared, and shown. */
export const isReference = (value: unknown): boolean => REFERENCE.test(JSON.stringify(value) ?? '')

export function shownValue(path: readonly string[], value: unknown): ShownValue {
  if (typeof value === 'string' && ONLY_REFERENCE.test(value)) return { value }
  if (typeof value === 'boolean') return { value }
  return isSecretPlace(path, value) ? { secret: true } : { value: harmless(path, value) }
}

function isSecretPlace(path: readonly string[], value: unknown): boolean {
  const names = tellingNames(path)
  // Of tokens a number says how many.
  if (names.some((name) => holdsSecrets(name) && !(typeof value === 'number' && /tokens$/i.test(name))))
    return true
  const [kind, , part = ''] = path
  if (kind === 'lsp' && part === 'initialization') return true
  return isFree(path) && typeof value !== 'number' && !PLAIN_OPTIONS.has(path.at(-1) ?? '')
}

/** The parts of a path that say what stands there. */
function tellingNames(path: readonly string[]): readonly string[] {
  const [kind = '', , part] = path
  if (kind === 'permission') return []
  if (!WITH_CHOSEN_NAMES.has(kind) || path.length < 2) return path
  const below = path.slice(2)
  if ((kind === 'agent' || kind === 'mode') && (part === 'permission' || part === 'tools')) return []
  // The names of its variables, not what is in them.
  if (kind === 'provider' && part === 'env') return below.slice(1)
  return part === 'models' ? below.slice(2) : below
}

/** Whether it is one of the options of a library. */
function isFree([kind, , part = '', , below = '']: readonly string[]): boolean {
  if (kind === 'provider')
    return part === 'options' || (part === 'models' && /^(options|variants)$/.test(below))
  return (kind === 'agent' || kind === 'mode') && part !== '' && !AGENT_PARTS.has(part)
}

/** Addresses without what may be a login or a key; of commands, whose arguments may be keys, the program alone. */
function harmless(path: readonly string[], value: unknown): unknown {
  // What is behind the first part of its path is needed to write it again, and no key with any provider that is known.
  if (typeof value === 'string') return isProviderAddress(path) ? plainText(value, false) : plainText(value)
  if (!Array.isArray(value)) return isPlain(value) ? value : {}
  if (path.at(-1) === 'command') return programOf(value)
  const most = /^(en|dis)abled_providers$/.test(path[0] ?? '') ? MOST_PROVIDERS : MOST_ITEMS
  const items = value.slice(0, most).map(itemOf)
  return value.length > most ? [...items, '…'] : items
}

function programOf([first, ...others]: readonly unknown[]): unknown[] {
  if (typeof first !== 'string') return first === undefined ? [] : ['…']
  const [program = ''] = first.trim().split(/\s/, 1)
  const isAll = others.length === 0 && program === first.trim()
  return isAll ? [plainText(program)] : [plainText(program), '…']
}

/** A plugin with its options is a list: its name is shown. */
function itemOf(item: unknown): unknown {
  if (Array.isArray(item)) return harmless([], item[0])
  return typeof item === 'object' && item !== null ? '…' : harmless([], item)
}

const isPlain = (value: unknown) => typeof value !== 'object' || value === null

const isProviderAddress = (path: readonly string[]) => path[0] === 'provider' && path.at(-1) === 'baseURL'

const plainText = (text: string, shortens = true): string =>
  cut(withoutSecrets(text, { hide: () => '…', shortens }))

const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text)
