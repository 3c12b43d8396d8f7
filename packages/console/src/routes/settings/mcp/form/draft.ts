/** PURE: an MCP server as a form has it, and as a settings file does. */
import type { FieldChange, SettingValue } from '../../../../../shared/configuration.ts'
import { readWords, writeWords } from './words.ts'

export interface Pair {
  name: string
  value: string
}

/** `header`: by what is sent with each request, or by nothing. `browser`: somebody logs in, if it asks for that. */
export type LoginKind = 'header' | 'browser'

export interface Draft {
  name: string
  kind: 'local' | 'remote'
  command: string
  environment: Pair[]
  url: string
  headers: Pair[]
  login: LoginKind
  clientId: string
  clientSecret: string
  scope: string
  /** Seconds, as they are typed. */
  timeout: string
  enabled: boolean
}

export const emptyDraft = (): Draft => ({
  name: '',
  kind: 'local',
  command: '',
  environment: [],
  url: '',
  headers: [],
  login: 'browser',
  clientId: '',
  clientSecret: '',
  scope: '',
  timeout: '',
  enabled: true,
})

export type Settings = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const bag = (value: unknown): Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Settings) : {}
const pairs = (value: unknown): Pair[] =>
  Object.entries(bag(value)).map(([name, each]) => ({ name, value: String(each) }))

/** Of one that stands in a file. */
export function draftOf(name: string, own: Settings): Draft {
  const oauth = bag(own['oauth'])
  const { command, timeout } = own
  return {
    ...emptyDraft(),
    name,
    kind: own['type'] === 'remote' ? 'remote' : 'local',
    command: Array.isArray(command) ? writeWords(command.map(String)) : '',
    environment: pairs(own[variablesKey(own)]),
    url: text(own['url']),
    headers: pairs(own['headers']),
    login: own['oauth'] === false ? 'header' : 'browser',
    clientId: text(oauth['clientId']),
    clientSecret: text(oauth['clientSecret']),
    scope: text(oauth['scope']),
    timeout: typeof timeout === 'number' ? String(timeout / 1000) : '',
    enabled: own['enabled'] !== false,
  }
}

/** The engine takes both. */
const variablesKey = (own: Settings): string =>
  own['env'] !== undefined && own['environment'] === undefined ? 'env' : 'environment'

type Bag = Record<string, SettingValue>

/** @param before what stands in the file: what a form knows nothing of stays. */
export function settingsOf(draft: Draft, before: Settings = {}): Bag {
  const timeout = draft.timeout.trim()
  const own: Settings = {
    type: draft.kind,
    ...(draft.kind === 'local' ? localOf(draft, before) : remoteOf(draft, before)),
    ...(timeout !== '' && { timeout: Math.round(Number(timeout) * 1000) }),
    ...((!draft.enabled || before['enabled'] !== undefined) && { enabled: draft.enabled }),
  }
  const others = Object.entries(before).filter(([key]) => !KNOWN.has(key) && key !== variablesKey(before))
  return { ...Object.fromEntries(others), ...own } as Bag
}

const KNOWN = new Set('type command url headers oauth timeout enabled'.split(' '))

function localOf({ command, environment }: Draft, before: Settings): Bag {
  const read = readWords(command)
  return { command: 'words' in read ? read.words : [], ...table(variablesKey(before), environment) }
}

function remoteOf(draft: Draft, before: Settings): Bag {
  const { clientId, clientSecret, scope } = draft
  const { clientId: _id, clientSecret: _secret, scope: _scope, ...others } = bag(before['oauth'])
  const oauth = {
    ...others,
    ...filled('clientId', clientId),
    ...filled('clientSecret', clientSecret),
    ...filled('scope', scope),
  } as Bag
  return {
    url: draft.url.trim(),
    ...table('headers', draft.headers),
    ...(draft.login === 'header' ? { oauth: false } : Object.keys(oauth).length > 0 ? { oauth } : {}),
  }
}

const filled = (name: string, value: string): Bag => (value.trim() === '' ? {} : { [name]: value.trim() })

/** Rows in which nothing stands are none. */
export const isUsed = ({ name, value }: Pair): boolean => name.trim() !== '' || value !== ''

function table(key: string, rows: readonly Pair[]): Bag {
  const used = rows.filter(isUsed)
  if (used.length === 0) return {}
  return { [key]: Object.fromEntries(used.map(({ name, value }) => [name.trim(), value])) }
}

/** What has to be written so that a file which says `before` says `after`: only what differs, so that comments stay. */
export function changesBetween(path: string[], before: Settings, after: Bag): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name): FieldChange[] => {
    const own = [...path, name]
    const [was, is] = [before[name], after[name]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    if (is === undefined) return [{ path: own }]
    return isBag(was) && isBag(is) ? changesBetween(own, was, is) : [{ path: own, value: is }]
  })
}

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
