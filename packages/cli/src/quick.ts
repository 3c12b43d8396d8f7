import { engineService, reuse } from '@kilo-console/daemon'
import { daemonStatus } from './commands/daemon-status.ts'
import { version } from './commands/version.ts'
import { printReport, surviveClosedOutput } from './output.ts'
import { reportEnsured } from './report-ensured.ts'

/**
 * What scripts and prompts ask again and again: the version, the status, a start that finds the daemon running. It is built into one
 * CommonJS file without the command tree, which halves what Node needs to load. Undefined: anything else, or not that simple, which is for
 * the whole program to say; nothing was changed or printed then.
 */
export async function quick(args: string[]): Promise<number | undefined> {
  const json = args.length > 1 && args.at(-1) === '--json'
  surviveClosedOutput()
  try {
    switch ((json ? args.slice(0, -1) : args).join(' ')) {
      case '--version':
      case '-v':
        return json ? undefined : await version()
      case 'daemon status':
        return printReport(await daemonStatus(), json)
      case 'daemon start': {
        const running = await reuse(engineService())
        return running && printReport(reportEnsured('kilo daemon', running), json)
      }
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}
