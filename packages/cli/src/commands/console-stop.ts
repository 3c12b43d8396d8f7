import { stop } from '@kilo-console/daemon'
import { consoleService } from '../console-service.ts'
import { line } from '../format.ts'
import type { Report } from '../output.ts'

export async function consoleStop(signal: AbortSignal): Promise<Report> {
  const result = await stop(consoleService(), { signal })
  return {
    json: result,
    text: [
      result.stopped ? line('kilo console stopped', `pid ${result.pid}`) : 'kilo console was not running',
    ],
  }
}
