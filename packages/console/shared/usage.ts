/** Answer of the route `usage`: what sessions took, as far as it is counted. */

export interface TokenCounts {
  input: number
  output: number
  reasoning: number
  cacheRead: number
  cacheWrite: number
}

/** One session, without its subagents: they have rows of their own. */
export interface UsageRow {
  id: string
  title: string
  /** Of a subagent: whose it is. */
  parentID?: string
  /** Its project's, or its folder where it is in none. */
  project: { id: string; folder: string; name?: string }
  /** That it used last. */
  model?: { providerID: string; modelID: string }
  /** Unix milliseconds. */
  created: number
  updated: number
  /** US dollars. */
  cost: number
  tokens: TokenCounts
}

export interface UsagePage {
  /** The last changed first. */
  rows: UsageRow[]
  /** Where the next page begins; null: that was all. */
  next: string | null
}
