import { engineService, restart } from '@kilo-console/daemon'
import type { Report } from '../output.ts'
import { showProgress } from '../progress.ts'
import { reportEnsured } from '../report-ensured.ts'

export interface RestartOptions {
  port?: number
  hostname?: string
  cors?: string[]
  json?: boolean
  force?: boolean
}

export async function daemonRestart(options: RestartOptions, signal: AbortSignal): Promise<Report> {
  const progress = showProgress(options)
  try {
    const force = options.force ?? false
    return reportEnsured(
      'kilo daemon',
      await restart(engineService(options), { signal, force, onProgress: progress.show }),
    )
  } finally {
    progress.end()
  }
}
