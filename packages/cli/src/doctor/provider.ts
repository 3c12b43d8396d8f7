import { engineService, ownerOf, readState, status } from '@kilo-console/daemon'
import { isWorking, type CheckReport, type CheckStep } from '@kilo-console/engine/provider-report'
import { checkProvider } from '@kilo-console/provider-check/check-provider'
import type { Finding } from './finding.ts'

/** Of the running daemon; throws where none is. */
export async function examineProvider(
  provider: string,
  model: string | undefined,
  signal: AbortSignal,
): Promise<CheckReport> {
  const service = engineService()
  const found = await status(service)
  const read = found.running && found.healthy ? await readState(service) : undefined
  if (read?.kind !== 'ok' || read.state.pid !== found.state?.pid) throw new NoDaemonError()
  const { url, token } = read.state
  return checkProvider({
    engine: { url, authorization: `Basic ${token}`, owner: ownerOf(read.state) },
    provider,
    ...(model !== undefined && { model }),
    signal,
  })
}

class NoDaemonError extends Error {
  readonly code = 'not-running'
  readonly hint = 'kilo daemon start'

  constructor() {
    super('a provider is checked through the daemon, and none is running')
  }
}

const STATES = { ok: 'ok', warning: 'warning', failed: 'failed', unknown: 'skipped' } as const

/** PURE. */
export function findingsOf({ steps }: Pick<CheckReport, 'steps'>): Finding[] {
  return steps.map(({ step, state, what, hint }: CheckStep) => ({
    check: step,
    state: STATES[state],
    what,
    ...(hint !== undefined && { advice: hint }),
  }))
}

/** PURE. The request as it went out, for comparing it with what a provider documents. */
export function requestLines({ request, answer }: Pick<CheckReport, 'request' | 'answer'>): string[] {
  if (!request) return []
  const { method, url, headers, tools, bytes, body } = request
  const offered = tools === undefined ? '' : `, ${tools} tool${tools === 1 ? '' : 's'}`
  return [
    '',
    `${method} ${url}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `${bytes} bytes${offered}; beside messages and tools:`,
    ...(body?.split('\n') ?? []),
    ...(answer ? ['', `answered ${answer.status} ${answer.contentType ?? ''}`.trimEnd()] : []),
  ]
}

/** PURE. */
export function verdict(report: CheckReport): string {
  const name = report.model === undefined ? report.provider : `${report.provider}/${report.model}`
  const time = `${(report.durationMs / 1000).toFixed(1)} s`
  return isWorking(report) ? `${name} works (${time}).` : `${name} does not work (${time}).`
}
