/** What a check found, as page and command show it. Nothing in it is a secret. */

/** In the order in which each is reached. `provider`: the engine knows it. */
export type StepName = 'provider' | 'address' | 'key' | 'model' | 'stream' | 'tools'

/** `unknown`: it was not reached. */
export interface CheckStep {
  step: StepName
  state: 'ok' | 'warning' | 'failed' | 'unknown'
  /** One sentence. */
  what: string
  /** What to do about it. */
  hint?: string
}

/** A request as it was sent to the provider, without what may be a key. */
export interface SentRequest {
  method: string
  /** Without login, query and what may be a key. */
  url: string
  headers: [name: string, value: string][]
  /** Of its body, all but messages and tools: `model`, `max_tokens`, `stream` … As JSON, in lines. */
  body?: string
  /** How many tools it offered. */
  tools?: number
  /** Of the body. */
  bytes: number
}

export interface SeenAnswer {
  status: number
  contentType?: string
  /** Milliseconds from the request to the head of the answer, and to its end. */
  firstMs: number
  totalMs: number
}

export interface CheckReport {
  provider: string
  /** Absent: none was chosen, because there is none. */
  model?: string
  steps: CheckStep[]
  /** The request that tells most: the first that failed, or the first. Absent: none was seen. */
  request?: SentRequest
  answer?: SeenAnswer
  /** Milliseconds. */
  durationMs: number
}

/** Each step is fine, or was not needed. */
export const isWorking = ({ steps }: Pick<CheckReport, 'steps'>): boolean =>
  steps.every(({ state }) => state === 'ok' || state === 'warning')
