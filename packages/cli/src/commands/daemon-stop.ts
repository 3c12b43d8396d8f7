import { engineService } from '@kilo-console/daemon'
import type { Report } from '../output/print.ts'
import { stopService } from './stop-service.ts'

export function daemonStop(options: { json?: boolean }, signal: AbortSignal): Promise<Report> {
  return stopService('kilo daemon', engineService(), options, signal)
}
