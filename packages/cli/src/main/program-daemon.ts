import { LOOPBACK } from '@kilo-console/daemon'
import type { Command } from 'commander'
import { parseCount, parseHostname, parsePort } from './option-values.ts'
import { make, withJson, type Act } from './command.ts'

export function daemonCommands(act: Act): Command {
  const group = make('daemon', 'the background engine that every client shares')
  const commands = [start(act), status(act), stop(act), restart(act), logs(act), install(act), uninstall(act)]
  for (const command of commands) group.addCommand(command)
  return group
}

/** Where a fault leaves a choice, this is ours. */
const CHOICES = `
One that is starting is waited for, up to 60 s; one that is silent up to 15 s, then it is replaced: TERM, 10 s, KILL.
One that ends while starting is tried three times, after 0.3 s and 1 s; a refused config or what cannot run here, once.
An older engine is replaced while no session is at work; busy sessions, other options and a newer engine are left alone, and
the error says how to go on. In a terminal of the daemon's own, stop and restart are refused: they would end with it.`

function start(act: Act): Command {
  return withPlace(make('start', 'start or reuse the daemon'))
    .option('--foreground', 'stay, show its log, end it on Ctrl-C')
    .addHelpText('after', CHOICES)
    .action((o) =>
      act(o, async (signal) => (await import('../commands/daemon-start.ts')).daemonStart(o, signal)),
    )
}

function status(act: Act): Command {
  return withJson(make('status', 'one truth about it; changes nothing')).action((o) =>
    act(o, async () => (await import('../commands/daemon-status.ts')).daemonStatus()),
  )
}

function stop(act: Act): Command {
  return withJson(make('stop', 'end it and its children')).action((o) =>
    act(o, async (signal) => (await import('../commands/daemon-stop.ts')).daemonStop(o, signal)),
  )
}

function restart(act: Act): Command {
  return withPlace(make('restart', 'replace it'))
    .option('--force', 'even while sessions are at work')
    .action((o) =>
      act(o, async (signal) => (await import('../commands/daemon-restart.ts')).daemonRestart(o, signal)),
    )
}

function logs(act: Act): Command {
  return make('logs', "the daemon's log")
    .option('-n, --lines <n>', 'how many lines from its end', parseCount, 50)
    .option('-f, --follow', 'go on with what is added, over rotations and restarts')
    .addHelpText('after', LOGS_HELP)
    .action((o) =>
      act({}, async (signal) => (await import('../commands/daemon-logs.ts')).daemonLogs(o, signal)),
    )
}

function install(act: Act): Command {
  return withJson(
    make('install', 'start it at login: a systemd user unit, a launchd agent or a scheduled task'),
  )
    .addHelpText('after', INSTALL_HELP)
    .action((o) => act(o, async () => (await import('../commands/daemon-install.ts')).daemonInstall()))
}

function uninstall(act: Act): Command {
  return withJson(make('uninstall', 'start it at login no more; what runs is left alone')).action((o) =>
    act(o, async () => (await import('../commands/daemon-uninstall.ts')).daemonUninstall()),
  )
}

const INSTALL_HELP = `
What is written names this Node, this kilo and your PATH as they are now: install again after moving or
upgrading them. No password or key is written. On Linux it starts when you log in; loginctl enable-linger
makes that when the machine starts. kilo goes on managing the daemon: stop, restart and upgrades work as ever.`

/** What addHelpText prints below the options. */
const LOGS_HELP = `
Lines that begin with --- are the manager's: when a start began, and when it was healthy.
A start puts a log of 10 MB or more aside as daemon.log.1 and keeps three. A running daemon's log is
never cut, since that would lose lines; kilo daemon restart is the way to a new one.`

function withPlace(command: Command): Command {
  return withJson(command)
    .option('--port <n>', 'the port; 0: the first free one of 4097-4116', parsePort)
    .option('--hostname <host>', `the address to listen on (default ${LOOPBACK})`, parseHostname)
    .option('--cors <origin...>', 'more origins that may call it')
}
