import { engineService, status } from '@kilo-console/daemon'
import { describeStatus, statusJson } from '../format.ts'
import type { Report } from '../output.ts'

export async function daemonStatus(): Promise<Report> {
  const found = await status(engineService())
  return { json: statusJson(found), ...describeStatus('kilo daemon', 'kilo daemon start', found) }
}
