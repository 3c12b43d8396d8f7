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
  const result = await withProgress(options, (onProgress) => ensure(service, { signal, onProgress }))
  const report = reportEnsured('kilo daemon', result)
  return options.foreground
    ? staySignalled(service, result, report, { signal, json: options.json ?? false })
    : report
}
