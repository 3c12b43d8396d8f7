/** What one bounded health request found. */
export type Probe =
  | { kind: 'healthy'; version: string }
  /** 401: it answers and wants a password. */
  | { kind: 'locked' }
  /** It answers, and not as a healthy service does. */
  | { kind: 'unhealthy'; reason: string }
  /** Nothing listens. */
  | { kind: 'refused' }
  /** It accepted, or not even that, and gave no complete answer in time. */
  | { kind: 'timeout' }

export interface ProbeOptions {
  headers?: Record<string, string>
  /** Default 2000. Over the whole exchange, so that one byte per second does not stretch it. */
  timeoutMs?: number
  /** Default 65536. */
  maxBytes?: number
  signal?: AbortSignal
}

/** Never throws. `url` is the whole health URL. */
export declare function probe(url: string, options?: ProbeOptions): Promise<Probe>
