import { status } from '@kilo-console/daemon'
import { consoleService } from '../console/service.ts'
import { describeStatus, statusJson } from '../output/format.ts'
import type { Report } from '../output/print.ts'

export async function consoleStatus(): Promise<Report> {
  const found = await status(consoleService())
  return { json: statusJson(found), ...describeStatus('kilo console', 'kilo console', found) }
}
