import type { SentRequest } from '@kilo-console/engine/provider-report'

/** A request of the engine to its provider, and what came of it. */
export interface Exchange {
  sent: SentRequest
  /** What it proved itself with: `Bearer`, or a header of its own, had something behind it. */
  hadKey: boolean
  result: Answered | Unreached | undefined
}

export interface Answered {
  kind: 'answered'
  status: number
  contentType: string
  firstMs: number
  totalMs: number
  /** The beginning of the body. */
  text: string
}

/** Nobody answered. `code`: the system's, or TLS's. */
export interface Unreached {
  kind: 'unreached'
  code: string
}

/** What the engine made of the prompt. */
export type Outcome =
  /** `tools`: those that the model called. `error`: its own words. */
  | { kind: 'answered'; tools: string[]; error?: string }
  /** It took no prompt for this model. */
  | { kind: 'refused'; status: number }
  /** It tries again, and would for ever. */
  | { kind: 'retrying' | 'offline'; message: string }
  | { kind: 'timeout'; seconds: number }
