import { kiloPaths, KiloError } from '@kilo-console/daemon'
import { followLog, lastLines } from '../log.ts'

export async function daemonLogs(
  options: { lines: number; follow?: boolean },
  signal: AbortSignal,
): Promise<number> {
  const { daemonLog } = kiloPaths()
  const tail = await lastLines(daemonLog, options.lines)
  if (!tail) throw new KiloError('no-log', `there is no log yet at ${daemonLog}`, 'kilo daemon start')
  process.stdout.write(tail.text)
  if (options.follow) await followLog(daemonLog, tail.end, signal)
  return 0
}
