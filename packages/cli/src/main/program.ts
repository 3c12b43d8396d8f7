import { CommanderError, type Command } from 'commander'
import { consoleCommands } from './program-console.ts'
import { daemonCommands } from './program-daemon.ts'
import { make, withJson, type Act } from './command.ts'
import { printReport } from '../output/print.ts'
import { watchSignals } from './signals.ts'
import { UsageError } from '../output/usage-error.ts'

/** Our own commands. Each action is imported when it runs. Returns the exit code. */
export async function runProgram(args: string[]): Promise<number> {
  let exitCode = 0
  const act: Act = async (options, work) => {
    const result = await watchSignals(work)
    exitCode = typeof result === 'number' ? result : printReport(result, options.json ?? false)
  }
  const root = make('kilo')
  for (const command of [
    consoleCommands(act),
    daemonCommands(act),
    doctorCommand(act),
    completionCommand(act),
  ])
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
    .option('--provider <name>', 'whether it answers: a prompt that needs a tool, by the running daemon')
    .option('--model <id>', 'of that provider; default: the one that the engine takes first')
    .addHelpText('after', DOCTOR_HELP)
    .action((o: DoctorOptions) =>
      act(o, async (signal) => {
        const { provider, model } = o
        if (provider === undefined && model !== undefined)
          throw new UsageError('--model needs --provider', 'kilo doctor --help')
        if (provider === undefined) return (await import('../commands/doctor.ts')).doctor()
        return (await import('../commands/doctor-provider.ts')).doctorProvider(provider, model, signal)
      }),
    )
}

interface DoctorOptions {
  json?: boolean
  provider?: string
  model?: string
}

const DOCTOR_HELP = `
Looks and changes nothing; runs no engine. Exit code 1 when a line says failed; a warning is none.
With --provider: costs one short prompt of that model, in a folder that is gone afterwards.`

function completionCommand(act: Act): Command {
  return make('completion', 'tab completion for bash, zsh or fish')
    .argument('[words...]', 'the shell; default: yours')
    .option('--words', 'what a shell asks: the words behind kilo, the last one unfinished')
    .addHelpText('after', COMPLETION_HELP)
    .action((words: string[], o: { words?: boolean }, command: Command) =>
      act({}, async () => {
        const { completion, completeWords } = await import('../commands/completion.ts')
        return o.words && command.parent ? completeWords(command.parent, words) : completion(words[0])
      }),
    )
}

const COMPLETION_HELP = `
bash: eval "$(kilo completion bash)" in ~/.bashrc    zsh: eval "$(kilo completion zsh)" in ~/.zshrc
fish: kilo completion fish > ~/.config/fish/completions/kilo.fish
Completes our commands and the engine's; for the engine's own words it asks the engine, which takes seconds.`

function usageError(error: CommanderError, [group = '', action = '']: string[]): UsageError {
  const message = error.message.replace(/^error: /, '').replace('(outputHelp)', `which ${group} command?`)
  const known = /^(start|status|stop|restart|logs|install|uninstall)$/.test(action) ? ` ${action}` : ''
  return new UsageError(message, `kilo ${group}${known} --help`, error)
}
