import { getBounded, type GetOptions } from './bounded-get.ts'

export { getBounded }

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

export type ProbeOptions = GetOptions

/** Never throws. `url` is the whole health URL. Bounded in time and bytes, whatever answers (faults.md 24). */
export async function probe(url: string, options: ProbeOptions = {}): Promise<Probe> {
  const answer = await getBounded(url, options)
  if (answer.kind !== 'answer') return answer
  if (answer.status === 401) return { kind: 'locked' }
  if (answer.status !== 200) return { kind: 'unhealthy', reason: `answers ${answer.status}` }
  return judge(answer.body)
}

function judge(body: string): Probe {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return { kind: 'unhealthy', reason: 'its health answer is not JSON' }
  }
  if (typeof parsed !== 'object' || parsed === null || !('healthy' in parsed)) {
    return { kind: 'unhealthy', reason: 'its health answer is of a wrong shape' }
  }
  if (parsed.healthy !== true) return { kind: 'unhealthy', reason: 'it calls itself unhealthy' }
  const version = 'version' in parsed ? parsed.version : undefined
  return { kind: 'healthy', version: isVersion(version) ? version : '' }
}

/** Anybody may listen on a port of ours: what is told on of the answer, and printed, is no escape sequence (faults.md 42). */
function isVersion(version: unknown): version is string {
  return typeof version === 'string' && /^[\w.+-]{1,64}$/.test(version)
}
