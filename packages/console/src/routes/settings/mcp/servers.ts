/** PURE: the MCP servers of a folder, from what the engine and its files say of them. */
import type { McpSettings, McpState } from '@kilo-console/engine/edge/mcp'
import type { Configuration } from '../../../../shared/configuration.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'

/** `off`: by its settings. `disconnected`: by hand. `untold`: the engine says nothing of it. */
export type McpCondition =
  | 'connecting'
  | 'connected'
  | 'disconnected'
  | 'off'
  | 'failed'
  | 'login'
  | 'registration'
  | 'untold'

/** One file that says something of a server. */
export interface Origin {
  /** Where it stands in the sources of the configuration. */
  source: number
  line?: number
}

export interface McpServer {
  name: string
  kind: 'local' | 'remote' | undefined
  /** What is run, or asked. */
  what: string
  condition: McpCondition
  error: string
  /** By its settings, whatever it is now. */
  isEnabled: boolean
  /** It may be logged in to in a browser. */
  logsIn: boolean
  /** The strongest first. */
  origins: Origin[]
  /** What the file that a change goes to says of it: all, or only some of it. */
  inTarget: 'whole' | 'part' | undefined
  /** One of everybody's files does. */
  isGlobal: boolean
}

interface Told {
  /** Undefined: not yet. */
  states: Readonly<Record<string, McpState>> | undefined
  settings: Readonly<Record<string, McpSettings>>
  /** Undefined: not read, or this server can't tell. */
  configuration: Pick<Configuration, 'fields' | 'sources'> | undefined
}

export function mcpServers({ states, settings, configuration }: Told): McpServer[] {
  const names = new Set([...Object.keys(settings), ...Object.keys(states ?? {})])
  const places = placesOf(configuration)
  return [...names]
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name): McpServer => {
      const own = ownOf(settings, name) ?? {}
      const state = ownOf(states ?? {}, name)
      const place = places.get(name)
      return {
        name,
        kind: own['type'] === 'local' || own['type'] === 'remote' ? own['type'] : undefined,
        what: whatOf(own),
        condition: states ? conditionOf(state, own) : own['enabled'] === false ? 'off' : 'connecting',
        error: state?.error ?? '',
        isEnabled: own['enabled'] !== false,
        logsIn: own['type'] === 'remote' && own['oauth'] !== false && own['headers'] === undefined,
        origins: [...(place?.lines ?? [])]
          .toSorted(([a], [b]) => b - a)
          .map(([source, line]): Origin => ({ source, ...(line !== undefined && { line }) })),
        inTarget: place?.inTarget,
        isGlobal: [...(place?.lines.keys() ?? [])].some(
          (source) => configuration?.sources[source]?.kind === 'global-file',
        ),
      }
    })
}

const ownOf = <Value>(all: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined

const CONDITIONS: Record<Exclude<McpState['status'], 'disabled'>, McpCondition> = {
  connected: 'connected',
  failed: 'failed',
  needs_auth: 'login',
  needs_client_registration: 'registration',
}

function conditionOf(state: McpState | undefined, { enabled }: McpSettings): McpCondition {
  if (!state) return enabled === false ? 'off' : 'untold'
  if (state.status === 'disabled') return enabled === false ? 'off' : 'disconnected'
  return CONDITIONS[state.status]
}

const MARK = /\{hidden:[^}]*\}/g
const MOST_TEXT = 300

/** What is secret in it is not even there as a mark. */
function whatOf({ command, url }: McpSettings): string {
  const words = Array.isArray(command) ? command.map((word) => quoted(String(word))) : []
  const text = typeof url === 'string' ? url : words.join(' ')
  const shown = escapeInvisible(text.replaceAll(MARK, '…'))
  return shown.length > MOST_TEXT ? `${shown.slice(0, MOST_TEXT - 1)}…` : shown
}

const quoted = (word: string) => (/^[^\s"'\\]+$/.test(word) ? word : JSON.stringify(word))

interface Place {
  /** By source: the first line that says anything of it. */
  lines: Map<number, number | undefined>
  inTarget: McpServer['inTarget']
}

function placesOf(configuration: Told['configuration']): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { path, layers, inTarget } of configuration?.fields ?? []) {
    const [kind, name, part] = path
    if (kind !== 'mcp' || name === undefined) continue
    const place: Place = places.get(name) ?? { lines: new Map(), inTarget: undefined }
    places.set(name, place)
    if (inTarget) place.inTarget = part === 'type' ? 'whole' : (place.inTarget ?? 'part')
    for (const { source, line } of layers) {
      const known = place.lines.get(source)
      if (known === undefined || (line !== undefined && line < known)) place.lines.set(source, line)
    }
  }
  return places
}
