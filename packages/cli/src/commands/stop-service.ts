import { stop, type Service, type ServiceState } from '@kilo-console/daemon'
import { line } from '../output/format.ts'
import type { Report } from '../output/print.ts'
import { withProgress } from '../output/progress.ts'

/** Ends the service and says so. `name`: as in `kilo daemon`. */
export async function stopService<S extends ServiceState>(
  name: string,
  service: Service<S>,
  options: { json?: boolean },
  signal: AbortSignal,
): Promise<Report> {
  const result = await withProgress(options, (onProgress) => stop(service, { signal, onProgress }))
  const text = result.stopped ? line(`${name} stopped`, `pid ${result.pid}`) : `${name} was not running`
  return { json: result, text: [text] }
}
