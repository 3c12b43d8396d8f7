/** PURE: a request as it may be shown: what may be a key is left out, by where it stands. */
import type { IncomingHttpHeaders } from 'node:http'
import type { SentRequest } from '@kilo-console/engine/provider-report'

const HIDDEN = '•••'

/** Headers that are known to hold no key. Any other one may be a provider's own way to send it. */
const PLAIN_HEADERS = new Set(
  'accept accept-encoding anthropic-version content-length content-type http-referer user-agent x-title'.split(
    ' ',
  ),
)
/** The engine's own, and those of one connection: they say nothing. */
const LEFT_OUT = new Set('connection host x-session-affinity x-session-id transfer-encoding'.split(' '))
/** Told apart by what stands before the key. */
const SCHEME = /^(Bearer|Basic) /

const MOST_BODY = 4000

interface Raw {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: Buffer
}

export function shownRequest({ method, url, headers, body }: Raw): SentRequest {
  const { rest, tools } = readBody(body)
  return {
    method,
    url: `${url.origin}${url.pathname}${url.search === '' ? '' : `?${HIDDEN}`}`,
    headers: Object.entries(headers).flatMap(([name, value]) => shownHeader(name, String(value))),
    ...(rest !== undefined && { body: rest }),
    ...(tools !== undefined && { tools }),
    bytes: body.length,
  }
}

function shownHeader(name: string, value: string): [string, string][] {
  if (LEFT_OUT.has(name)) return []
  if (PLAIN_HEADERS.has(name)) return [[name, value.slice(0, 200)]]
  const [scheme = ''] = SCHEME.exec(value) ?? []
  return [[name, value === scheme.trim() || value === '' ? value : `${scheme}${HIDDEN}`]]
}

/** Numbers, switches and short words: what a provider may stumble over. Texts of the prompt are left out. */
function readBody(body: Buffer): { rest?: string; tools?: number } {
  try {
    const value = JSON.parse(body.toString('utf8')) as Record<string, unknown>
    const { messages: _, input: __, instructions: ___, system: ____, tools, ...rest } = value
    const shown = JSON.stringify(rest, shorten, 2).slice(0, MOST_BODY)
    return { rest: shown, ...(Array.isArray(tools) && { tools: tools.length }) }
  } catch {
    return {}
  }
}

const shorten = (name: string, value: unknown): unknown => {
  if (/key|token$|secret|password|authorization/i.test(name) && typeof value === 'string') return HIDDEN
  return typeof value === 'string' && value.length > 200 ? `${value.slice(0, 200)}…` : value
}

const KEY_NAME = /^authorization$|api-?key|token|secret/i
const LEAST_KEY = 6

/** What it proves itself with, by headers. */
export function keysOf(headers: IncomingHttpHeaders): string[] {
  return Object.entries(headers)
    .filter(([name]) => KEY_NAME.test(name))
    .map(([, value]) => String(value).replace(SCHEME, '').trim())
    .filter((value) => value.length >= LEAST_KEY && !/^(Bearer|Basic)$/.test(value))
}

/** What of it may be no one else’s business: all that is not known to be harmless. */
export function secretsOf(headers: IncomingHttpHeaders): string[] {
  return Object.entries(headers)
    .filter(([name]) => !PLAIN_HEADERS.has(name) && !LEFT_OUT.has(name))
    .map(([, value]) => String(value).replace(SCHEME, '').trim())
    .filter((value) => value.length >= LEAST_KEY && !/^(Bearer|Basic)$/.test(value))
}

/** Whether it proves itself with anything. */
export function hasKey(headers: IncomingHttpHeaders, url: URL): boolean {
  return keysOf(headers).length > 0 || /[?&](api-?)?key=[^&]/i.test(url.search)
}

/** A text that may quote what was sent. */
export function withoutKeys(text: string, keys: Iterable<string>): string {
  let shown = text
  for (const key of keys) shown = shown.replaceAll(key, HIDDEN)
  return shown
}
