import { engineCounts, engineService, memoryLimit, status, type EngineCounts } from '@kilo-console/daemon'
import { describeStatus, memoryWarning, statusJson } from '../output/format.ts'
import { installedAutostart } from '../autostart/installed.ts'
import type { Report } from '../output/print.ts'

/** A healthy engine counts within 10 ms, one that has just started within 200. This answer is to be instant: one that is busy is not waited for. */
const COUNTING = { timeoutMs: 400 }

export async function daemonStatus(): Promise<Report> {
  const service = engineService()
  let counting = Promise.resolve<EngineCounts | undefined>(undefined)
  const found = await status(service, {
    onProven: (state) => {
      counting = engineCounts(state, COUNTING)
    },
  })
  const limit = memoryLimit()
  const autostart = installedAutostart()
  const counts = found.healthy ? await counting : undefined
  const warning = memoryWarning(found.process?.rssBytes, limit)
  const { text, exitCode } = describeStatus('kilo daemon', 'kilo daemon start', found, counts)
  return {
    json: {
      ...statusJson(found),
      ...(counts ? { counts } : {}),
      ...(limit.bytes === undefined ? {} : { memoryLimitBytes: limit.bytes }),
      ...(warning ? { warning } : {}),
      autostart: { installed: autostart !== undefined, ...autostart },
    },
    text: [
      ...text,
      ...(warning ? [`warning: ${warning.message}`, `hint: ${warning.hint}`] : []),
      ...(autostart?.enabled ? [`starts at login · ${autostart.file}`] : []),
    ],
    exitCode,
  }
}
