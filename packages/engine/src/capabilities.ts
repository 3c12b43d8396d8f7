/**
 * PURE: what a server can do, from what it answers. Kilo's engine and opencode's speak the same language, one of them more of it; a view asks
 * `can('resume')`, and nobody asks for a version. The table was measured (docs/engine.md, "Versions, SDK, opencode").
 */

export type Flavour = 'kilo' | 'opencode' | 'unknown'

/**
 * `revert`: messages can be taken back, and restored. `branch`: a session can be copied up to a message, shortened, archived. `share`: it can be given
 * an address on the web. `import`: an exported one can be taken in. `resume`: an answer that was cut off goes on. `rules`: the permission rules of a
 * folder, and where they stand, can be read. `always-rules`: which of the rules that come with a request are written can be chosen. `suggest`: it makes suggestions. `queue`: a prompt that waits can be withdrawn.
 * `enhance`: the engine words a prompt better. `favourites`: models are remembered for page and TUI alike. `model-usage`: what each model took of a
 * session is told. `configuration`: where each setting comes from is told, and one can be changed in its file. `mcp`: MCP servers are told with their
 * state, and can be connected. `session-diff`: what a whole session changed is told, beside what each turn did. `global-always`: what is always allowed
 * is written to everybody's configuration; without it the engine remembers that for the folder, until it ends. `account`: sharing needs one at Kilo.
 * `indexing`: a folder can be indexed. `upkeep`: snapshots can be prepared, and old sessions deleted.
 */
export type Capability =
  | 'revert'
  | 'branch'
  | 'share'
  | 'import'
  | 'resume'
  | 'rules'
  | 'always-rules'
  | 'suggest'
  | 'queue'
  | 'enhance'
  | 'favourites'
  | 'model-usage'
  | 'configuration'
  | 'mcp'
  | 'session-diff'
  | 'global-always'
  | 'account'
  | 'indexing'
  | 'upkeep'

export interface EngineKind {
  flavour: Flavour
  capabilities: Capability[]
}

/** What was asked, once, of a server that is healthy. */
export interface Evidence {
  /** As its health check says it: anybody's text. */
  version: string | null
  /**
   * What `NETWORK_PATH` answered; undefined: no JSON. The engine of opencode answers every path that it does not know with its own page. `/doc` would say
   * more, and costs the engine seconds and 150 MB.
   */
  network: unknown
}

export const NETWORK_PATH = '/network'

/** From which version on, `major.minor`; absent: never. */
const SINCE: Record<
  Exclude<Flavour, 'unknown'>,
  Partial<Record<Capability, [major: number, minor: number]>>
> = {
  kilo: {
    revert: [0, 0],
    branch: [0, 0],
    share: [0, 0],
    import: [7, 0],
    rules: [0, 0],
    'session-diff': [0, 0],
    'global-always': [0, 0],
    account: [0, 0],
    'always-rules': [7, 4],
    suggest: [7, 4],
    queue: [7, 4],
    enhance: [7, 4],
    favourites: [7, 4],
    'model-usage': [7, 4],
    configuration: [7, 4],
    mcp: [0, 0],
    indexing: [7, 4],
    resume: [7, 7],
    upkeep: [7, 7],
  },
  opencode: { revert: [0, 0], branch: [0, 0], share: [0, 0], mcp: [0, 0] },
}

export function engineKindOf({ version, network }: Evidence): EngineKind {
  const [, major, minor] = /^v?(\d{1,6})\.(\d{1,6})(?:\.|$)/.exec(version ?? '') ?? []
  if (major === undefined) return { flavour: 'unknown', capabilities: [] }
  const flavour = Array.isArray(network) ? 'kilo' : 'opencode'
  const capabilities = (Object.entries(SINCE[flavour]) as [Capability, [number, number]][])
    .filter(([, since]) => isFrom(since, Number(major), Number(minor)))
    .map(([capability]) => capability)
  return { flavour, capabilities }
}

function isFrom([sinceMajor, sinceMinor]: [number, number], major: number, minor: number): boolean {
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor)
}
