import { engineService, stop } from '@kilo-console/daemon'
import { line } from '../format.ts'
import type { Report } from '../output.ts'

export async function daemonStop(signal: AbortSignal): Promise<Report> {
  const result = await stop(engineService(), { signal })
  return {
    json: result,
    text: [result.stopped ? line('kilo daemon stopped', `pid ${result.pid}`) : 'kilo daemon was not running'],
  }
}
