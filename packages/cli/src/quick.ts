import { engineService, reuse } from '@kilo-console/daemon'
import { daemonStatus } from './commands/daemon-status.ts'
import { version } from './commands/version.ts'
import { printReport } from './output/print.ts'
import { reportEnsured } from './output/report-ensured.ts'

/**
 * What scripts and prompts run again and again, spelled just so: answered without the command tree. Undefined: anything else, or a start
 * that has more to do than to find the daemon running; nothing was changed or printed then.
 */
export async function quick(args: string[]): Promise<number | undefined> {
  const json = args.length > 1 && args.at(-1) === '--json'
  switch ((json ? args.slice(0, -1) : args).join(' ')) {
    case '--version':
    case '-v':
      return json ? undefined : version()
    case 'daemon status':
      return printReport(await daemonStatus(), json)
    case 'daemon start': {
      const running = await reuse(engineService())
      return running && printReport(reportEnsured('kilo daemon', running), json)
    }
    default:
      return undefined
  }
}
