/**
 * PURE: configuration without the secrets in it, in every shape that the engine has for it: as files have it, merged, by field, by provider, by model.
 * What a place is called decides (docs/engine.md, "Secrets").
 */
import { isReference } from './hidden.ts'
import { isSecretName, looksLikeKey } from './looks.ts'
import { namesSomething } from './texts.ts'
import { credentialHidden, keysHidden, urlsHidden, wordsHidden, type AddressKind } from './in-text.ts'

export interface Hiding {
  /** What is shown for it. `sure`: it is a secret wherever it stands. */
  hide(secret: string, sure: boolean): string
  /** A text of any kind, without what is known to be secret. */
  text(text: string): string
  /** The same for what is shown as it stands in a file, and may be written there again; absent: no other. */
  written?: Omit<Hiding, 'written'>
}

/**
 * `plain`: by the names in it. `options`: anybody's settings for a library: hidden, but for what is known to be harmless. `values`: headers, variables.
 * `secret`: all of it. `rules`: names are patterns there.
 */
export type Place = 'plain' | 'options' | 'values' | 'secret' | 'rules'

const PLACES: Readonly<Record<string, Place>> = {
  headers: 'values',
  environment: 'values',
  env: 'values',
  options: 'options',
  settings: 'options',
  body: 'options',
  variants: 'options',
  initialization: 'options',
  permission: 'rules',
  permissions: 'rules',
}
/** What stands in them is called by people. */
const NAMED = new Set(
  'provider mcp agent mode command formatter lsp reference references models variants collections fields'.split(
    ' ',
  ),
)
const HARMLESS = new Set(
  (
    'id name type model mode provider npm api format effort summary verbosity include reasoningEffort reasoningSummary ' +
    'textVerbosity serviceTier service_tier reasoning_effort thinkingLevel region location project apiVersion ' +
    'resourceName baseURL baseUrl url enterpriseUrl endpoint'
  ).split(' '),
)

/** What stands there is asked, with who asks and the key to it in the address. */
const ADDRESSES: Readonly<Record<string, AddressKind>> = {
  url: 'server',
  api: 'server',
  baseURL: 'server',
  baseUrl: 'server',
  enterpriseUrl: 'server',
  endpoint: 'server',
  urls: 'link',
  instructions: 'link',
}
const addressKind = (name: string): AddressKind =>
  (Object.hasOwn(ADDRESSES, name) && ADDRESSES[name]) || 'text'

export function redact(value: unknown, to: Hiding, place: Place = 'plain'): unknown {
  return walk(value, '', place, to)
}

function walk(value: unknown, name: string, place: Place, to: Hiding): unknown {
  if (typeof value === 'string') return shown(value, name, place, to)
  if (Array.isArray(value)) return listed(value, name, place, to)
  if (typeof value !== 'object' || value === null) return value
  if (place === 'plain' && isEntry(value)) return entry(value, to)
  const isNamed = place === 'plain' && NAMED.has(name)
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      place === 'rules' ? to.text(key) : key,
      walk(each, key, isNamed ? place : placeIn(place, key), key === 'raw' ? (to.written ?? to) : to),
    ]),
  )
}

function placeIn(place: Place, name: string): Place {
  if (place === 'secret' || place === 'values' || place === 'rules') return place
  if (Object.hasOwn(PLACES, name)) return PLACES[name] ?? place
  return isSecretName(name) ? 'secret' : place
}

function listed(list: readonly unknown[], name: string, place: Place, to: Hiding): unknown[] {
  const isText = list.every((one) => typeof one === 'string')
  if (isText && name === 'command' && place === 'plain') return wordsHidden(list, to)
  // A provider's `env` lists the names that it looks for.
  if (isText && name === 'env') return list.map((one) => to.text(one))
  if (name === 'plugin')
    return list.map((one) => (Array.isArray(one) ? plugin(one, to) : walk(one, '', place, to)))
  return list.map((one) => walk(one, Object.hasOwn(ADDRESSES, name) ? name : '', place, to))
}

/** `[name, options]` */
function plugin([name, ...options]: readonly unknown[], to: Hiding): unknown[] {
  return [walk(name, '', 'plain', to), ...options.map((one) => walk(one, '', 'options', to))]
}

interface Entry {
  key: string
  path: string[]
  source: string
}

/** One of `GET /config/overlay`: its values are what stands at its path, and `key` is a name. */
function isEntry(value: object): value is Entry {
  const { key, path, source } = value as Partial<Entry>
  return (
    typeof key === 'string' &&
    !looksLikeKey(key) &&
    typeof source === 'string' &&
    Array.isArray(path) &&
    path.length > 0 &&
    path.every((name) => typeof name === 'string')
  )
}

function entry(given: Entry, to: Hiding): unknown {
  let place: Place = 'plain'
  given.path.forEach((name, at) => {
    const isNamed = place === 'plain' && NAMED.has(given.path[at - 1] ?? '')
    if (!isNamed) place = placeIn(place, name)
  })
  return Object.fromEntries(
    Object.entries(given).map(([key, each]) => [
      key,
      VALUES.has(key)
        ? walk(each, given.path.at(-1) ?? '', place, to)
        : ABOUT.has(key)
          ? each
          : walk(each, key, placeIn('plain', key), to),
    ]),
  )
}

const VALUES = new Set(['value', 'global', 'local'])
/** Which one it is: names, as configuration has them. */
const ABOUT = new Set(['key', 'path', 'source'])

function shown(value: string, name: string, place: Place, to: Hiding): string {
  if (place === 'plain' && namesSomething(name)) return value
  if (value === '' || (place !== 'plain' && isReference(value))) return to.text(value)
  if (place === 'secret') return credentialHidden(value, true, to)
  if (place === 'values') return credentialHidden(value, isSecretName(name) || looksLikeKey(value), to)
  if (place === 'options' && !HARMLESS.has(name)) return credentialHidden(value, looksLikeKey(value), to)
  const text = to.text(value)
  if (place === 'rules') return text
  if (value.includes('://')) return urlsHidden(text, to, addressKind(name))
  return place === 'options' ? keysHidden(text, to) : text
}
