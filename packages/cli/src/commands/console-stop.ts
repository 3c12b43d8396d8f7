import type { Report } from '../output/print.ts'
import { consoleService } from '../console/service.ts'
import { stopService } from './stop-service.ts'

export function consoleStop(options: { json?: boolean }, signal: AbortSignal): Promise<Report> {
  return stopService('kilo console', consoleService(), options, signal)
}
