import { CommanderError, type Command } from 'commander'
import { consoleCommands } from './program-console.ts'
import { daemonCommands } from './program-daemon.ts'
import { make, withJson, type Act } from './command.ts'
import { printReport } from './output.ts'
import { watchSignals } from './signals.ts'
import { UsageError } from './usage-error.ts'

/** Our own commands. Each action is imported when it runs. Returns the exit code. */
export async function runProgram(args: string[]): Promise<number> {
  let exitCode = 0
  const act: Act = async (options, work) => {
    const result = await watchSignals(work)
    exitCode = typeof result === 'number' ? result : printReport(result, options.json ?? false)
  }
  const root = make('kilo')
  for (const command of [daemonCommands(act), consoleCommands(act), doctorCommand(act)])
    root.addCommand(command)
  try {
    await root.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw usageError(error, args)
  }
  return exitCode
}

function doctorCommand(act: Act): Command {
  return withJson(make('doctor', 'what is installed, where files lie, what is wrong'))
    .addHelpText(
      'after',
      '\nLooks and changes nothing; runs no engine. Exit code 1 when a line says failed; a warning is none.',
    )
    .action((o) => act(o, async () => (await import('./commands/doctor.ts')).doctor()))
}

function usageError(error: CommanderError, [group = '', action = '']: string[]): UsageError {
  const message = error.message.replace(/^error: /, '').replace('(outputHelp)', `which ${group} command?`)
  const known = /^(start|status|stop|restart|logs|install|uninstall)$/.test(action) ? ` ${action}` : ''
  return new UsageError(message, `kilo ${group}${known} --help`, error)
}
