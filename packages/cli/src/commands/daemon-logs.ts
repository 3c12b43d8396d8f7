import { kiloPaths, KiloError } from '@kilo-console/daemon'
import { followLog } from '../logs/follow.ts'
import { lastLines } from '../logs/tail.ts'
import { warn } from '../output/print.ts'

export async function daemonLogs(
  options: { lines: number; follow?: boolean },
  signal: AbortSignal,
): Promise<number> {
  const { daemonLog } = kiloPaths()
  const tail = await lastLines(daemonLog, options.lines)
  if (!tail && !options.follow)
    throw new KiloError('no-log', `there is no log yet at ${daemonLog}`, 'kilo daemon start')
  if (tail) process.stdout.write(tail.text)
  else warn(`waiting for the log at ${daemonLog}`, 'kilo daemon start')
  if (options.follow) await followLog(daemonLog, tail?.end, signal)
  return 0
}
