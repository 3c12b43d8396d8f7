/** PURE: a check of a provider in words. */
import { isWorking, type StepName } from '@kilo-console/engine/provider-report'
import type { CheckReport } from '../../../../shared/provider-check.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'

export const STEPS: Record<StepName, string> = {
  provider: 'Provider',
  address: 'Address',
  key: 'Key',
  model: 'Model',
  stream: 'Stream',
  tools: 'Tools',
}

export const STATES = { ok: 'ok', warning: 'warning', failed: 'failed', unknown: 'not tried' } as const

export function verdict(report: CheckReport): string {
  const name = report.model === undefined ? report.provider : `${report.provider}/${report.model}`
  const time = `${(report.durationMs / 1000).toFixed(1)} s`
  return `${escapeInvisible(name)} ${isWorking(report) ? 'works' : 'does not work'} (${time})`
}

/** The request as it went out, for comparing it with what a provider documents; undefined: none was seen. */
export function requestText({
  request,
  answer,
}: Pick<CheckReport, 'request' | 'answer'>): string | undefined {
  if (!request) return undefined
  const { method, url, headers, body, tools, bytes } = request
  const offered = tools === undefined ? '' : `, ${tools} ${tools === 1 ? 'tool' : 'tools'}`
  const lines = [
    `${method} ${url}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
    `${bytes} bytes${offered}. Without messages and tools:`,
    body ?? '',
    ...(answer ? ['', `Answer: ${answer.status} ${answer.contentType ?? ''}`.trimEnd()] : []),
  ]
  return lines.map(escapeInvisible).join('\n')
}
