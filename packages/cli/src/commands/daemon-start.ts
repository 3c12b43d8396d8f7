import { engineService, ensure } from '@kilo-console/daemon'
import { refuseSecond, staySignalled } from './foreground.ts'
import type { Report } from '../output/print.ts'
import { withProgress } from '../output/progress.ts'
import { reportEnsured } from '../output/report-ensured.ts'

export interface StartOptions {
  port?: number
  hostname?: string
  cors?: string[]
  json?: boolean
  foreground?: boolean
}

export async function daemonStart(options: StartOptions, signal: AbortSignal): Promise<Report | number> {
  const service = engineService(options)
  if (options.foreground) await refuseSecond(service)
  const looked = isPlain(options)
  const result = await withProgress(options, (onProgress) => ensure(service, { signal, onProgress, looked }))
  const report = reportEnsured('kilo daemon', result)
  return options.foreground
    ? staySignalled(service, result, report, { signal, json: options.json ?? false })
    : report
}

/** Spelled so, quick.ts has looked before it came to this. */
const isPlain = (options: StartOptions): boolean => Object.keys(options).every((name) => name === 'json')
