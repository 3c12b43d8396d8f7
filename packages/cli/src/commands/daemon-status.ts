import { engineCounts, engineService, memoryLimit, status } from '@kilo-console/daemon'
import { describeStatus, memoryWarning, statusJson } from '../format.ts'
import { installedAutostart } from '../autostart/installed.ts'
import type { Report } from '../output.ts'

/** A healthy engine counts within 20 ms. This answer is to be instant: one that is busy is not waited for. */
const COUNTS_MS = 250

export async function daemonStatus(): Promise<Report> {
  const service = engineService()
  const [found, limit, autostart] = await Promise.all([status(service), memoryLimit(), installedAutostart()])
  const { healthy, state } = found
  const counts = healthy && state ? await engineCounts(service, state.pid, COUNTS_MS) : undefined
  const warning = memoryWarning(found.process?.rssBytes, limit)
  const { text, exitCode } = describeStatus('kilo daemon', 'kilo daemon start', found, counts)
  return {
    json: {
      ...statusJson(found),
      ...(counts ? { counts } : {}),
      ...(limit.bytes === undefined ? {} : { memoryLimitBytes: limit.bytes }),
      ...(warning ? { warning } : {}),
      autostart: { installed: autostart !== undefined, ...(autostart ? { file: autostart } : {}) },
    },
    text: [
      ...text,
      ...(warning ? [`warning: ${warning.message}`, `hint: ${warning.hint}`] : []),
      ...(autostart ? [`starts at login · ${autostart}`] : []),
    ],
    exitCode,
  }
}
