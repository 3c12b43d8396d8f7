import { engineService, restart } from '@kilo-console/daemon'
import type { Report } from '../output/print.ts'
import { withProgress } from '../output/progress.ts'
import { reportEnsured } from '../output/report-ensured.ts'

export interface RestartOptions {
  port?: number
  hostname?: string
  cors?: string[]
  json?: boolean
  force?: boolean
}

export async function daemonRestart(options: RestartOptions, signal: AbortSignal): Promise<Report> {
  const force = options.force ?? false
  const result = await withProgress(options, (onProgress) =>
    restart(engineService(options), { signal, force, onProgress }),
  )
  return reportEnsured('kilo daemon', result)
}
