/** PURE: what documentations of MCP servers tell to paste, for Claude, Cursor, VS Code and others, as what the form has. */
import { emptyDraft, draftOf, type Draft, type Pair, type Settings } from './draft.ts'
import { writeWords } from './words.ts'

const MOST_TEXT = 100_000
const MOST_SERVERS = 50

export type Snippet = { drafts: Draft[] } | { problem: string }

export function readSnippet(text: string): Snippet {
  if (text.length > MOST_TEXT) return { problem: 'This is too long to be a server’s settings.' }
  const value = parse(text.trim())
  if (value === undefined) return { problem: 'This is no JSON. Paste all of it, from { to }.' }
  const drafts = serversIn(value)
    .slice(0, MOST_SERVERS)
    .flatMap(([name, own]) => draftFrom(name, own) ?? [])
  return drafts.length > 0
    ? { drafts }
    : { problem: 'There is no MCP server in it: one has a command or a url.' }
}

/** Of documentations, too: a piece from the middle, with comments and a comma behind the last. */
function parse(text: string): Settings | undefined {
  for (const tried of [
    text,
    `{${text}}`,
    `{${text.replace(/,\s*$/, '')}}`,
    mended(text),
    `{${mended(text)}}`,
  ]) {
    try {
      const value: unknown = JSON.parse(tried)
      if (isBag(value)) return value
    } catch {
      // Another way may do.
    }
  }
  return undefined
}

/** Texts are passed over as they are. */
const mended = (text: string): string =>
  text
    .replaceAll(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\//g, (_, kept: string | undefined) => kept ?? '')
    .replaceAll(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, kept: string | undefined) => kept ?? '')
    .replace(/,\s*$/, '')

/** Where programs keep them. */
const TABLES = ['mcpServers', 'mcp_servers', 'servers', 'context_servers', 'mcp']

function serversIn(value: Settings, name = ''): [string, Settings][] {
  if (isServer(value)) return [[name, value]]
  for (const key of TABLES) {
    const inner = value[key]
    if (isBag(inner) && !isServer(inner)) return serversIn(inner)
  }
  return Object.entries(value).flatMap(([own, each]): [string, Settings][] =>
    isBag(each) && isServer(each) ? [[own, each]] : [],
  )
}

const isServer = (value: Settings) => hasCommand(value) || addressOf(value) !== ''
const hasCommand = ({ command }: Settings) =>
  typeof command === 'string' || Array.isArray(command) || isBag(command)

const addressOf = (own: Settings): string =>
  [own['url'], own['serverUrl'], own['httpUrl']].find((each) => typeof each === 'string') ?? ''

function draftFrom(name: string, own: Settings): Draft | undefined {
  if (own['type'] === 'local' || own['type'] === 'remote') return draftOf(name, own)
  const enabled = own['disabled'] !== true && own['enabled'] !== false
  return hasCommand(own)
    ? {
        ...emptyDraft(),
        name,
        enabled,
        ...startedBy(own),
        environment: pairsOf(own['env'] ?? own['environment']),
      }
    : { ...emptyDraft(), name, enabled, kind: 'remote', ...reachedBy(own) }
}

/** A program with its arguments apart, or all in one. */
function startedBy({ command, args }: Settings): Pick<Draft, 'kind' | 'command'> {
  if (isBag(command)) return startedBy({ command: command['path'], args: command['args'] })
  const behind = Array.isArray(args) ? args.map((each) => referring(String(each))) : []
  const first = Array.isArray(command) ? command.map(String) : [typeof command === 'string' ? command : '']
  // Some write a whole line where others have the program.
  const isLine = first.length === 1 && behind.length === 0 && /\s/.test(first[0] ?? '')
  return { kind: 'local', command: isLine ? (first[0] ?? '') : writeWords([...first, ...behind]) }
}

function reachedBy(own: Settings): Pick<Draft, 'url' | 'headers' | 'login'> {
  const headers = pairsOf(own['headers'])
  return { url: referring(addressOf(own)), headers, login: headers.length > 0 ? 'header' : 'browser' }
}

const pairsOf = (value: unknown): Pair[] =>
  isBag(value) ? Object.entries(value).map(([name, each]) => ({ name, value: referring(String(each)) })) : []

/** `${NAME}`, `${env:NAME}` and `${NAME:-default}` are other programs’ words for what Kilo calls `{env:NAME}`. */
const referring = (text: string): string =>
  text.replaceAll(/\$\{(?:env:)?([A-Za-z_]\w*)(?::-[^}]*)?\}/g, '{env:$1}')

const isBag = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
