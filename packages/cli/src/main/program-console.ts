import { LOOPBACK } from '@kilo-console/daemon'
import type { Command } from 'commander'
import { parseBase, parseHostname, parsePort } from './option-values.ts'
import { make, withJson, type Act } from './command.ts'

export function consoleCommands(act: Act): Command {
  return withJson(make('console', 'open the browser console'))
    .option('--port <n>', 'the port; 0: the first free one of 4117-4136', parsePort)
    .option('--hostname <host>', `the address to listen on (default ${LOOPBACK})`, parseHostname)
    .option('--base <path>', 'the path to serve it below, for a reverse proxy (default /)', parseBase)
    .option('--no-open', 'print the launch URL, open no browser')
    .option('--foreground', 'stay, show its log, end it on Ctrl-C')
    .action((o) =>
      act(o, async (signal) => (await import('../commands/console-open.ts')).consoleOpen(o, signal)),
    )
    .addCommand(status(act))
    .addCommand(stop(act))
    .addCommand(settings(act))
}

// `console` takes --json too, and commander gives it to whichever of the two comes first: hence the globals.

function status(act: Act): Command {
  return withJson(make('status', 'the console host')).action((_, command: Command) =>
    act(command.optsWithGlobals(), async () =>
      (await import('../commands/console-status.ts')).consoleStatus(),
    ),
  )
}

function settings(act: Act): Command {
  return withJson(make('settings', 'its own settings, and what decides each')).action((_, command: Command) =>
    act(command.optsWithGlobals(), async () =>
      (await import('../commands/console-settings.ts')).consoleSettings(),
    ),
  )
}

function stop(act: Act): Command {
  return withJson(make('stop', 'end the console host')).action((_, command: Command) => {
    const options: { json?: boolean } = command.optsWithGlobals()
    return act(options, async (signal) =>
      (await import('../commands/console-stop.ts')).consoleStop(options, signal),
    )
  })
}
