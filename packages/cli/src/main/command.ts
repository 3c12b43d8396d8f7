import { Command } from 'commander'
import type { Report } from '../output/print.ts'

/** What an action does: it gets the options and a signal that fires on INT, TERM and HUP. */
export type Work = (signal: AbortSignal) => Promise<Report | number>

/** Runs an action's work and prints its report. */
export type Act = (options: { json?: boolean }, work: Work) => Promise<void>

/** A command that throws where commander would print and exit: index.ts alone does that. */
export function make(name: string, description = ''): Command {
  return new Command(name)
    .description(description)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .helpCommand(false)
}

export function withJson(command: Command): Command {
  return command.option('--json', 'one JSON object on stdout')
}
