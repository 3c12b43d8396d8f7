/** The console host's process: started detached by `kilo console`, ended by a signal. */
import { join } from 'node:path'
import { kiloPaths, ensurePrivateFolder } from '@kilo-console/daemon'
import { VERSION } from '../shared/version.ts'
import { openConsole } from './console.ts'
import { problemOf } from './http/problem.ts'
import { serve, type RunningServer } from './server.ts'
import { daemonControl } from './servers/daemon-control.ts'
import { readSettings, withoutSettings } from './settings.ts'
import { moveOnce } from './store/move-once.ts'
import { resolveUsers } from './trusted-users.ts'

/** Closing takes milliseconds; whatever hangs must not keep the port. */
const END_MS = 900

async function start(): Promise<RunningServer> {
  const settings = readSettings(process.env)
  const env = withoutSettings(process.env)
  delete process.env['KILO_CONSOLE_CONTROL_TOKEN']
  const { home, own, former } = kiloPaths(env)
  const daemon = daemonControl(env)
  await ensurePrivateFolder(daemon.folder)
  await moveOnce(former.settings, own.settings)
  const trusted = await resolveUsers(settings.trustedUsers)
  return serve({ ...settings, trusted }, (port) =>
    openConsole({
      ...settings,
      port,
      version: VERSION,
      home,
      appFolder: join(import.meta.dirname, '..', 'app'),
      launches: own.launches,
      logins: { file: own.logins, former: former.logins },
      passwords: { file: own.credentials, former: former.credentials },
      unsent: { file: own.unsent },
      budget: { file: own.budget },
      pins: { file: own.pins },
      hidden: { file: own.hidden },
      environments: { file: own.environments },
      preferences: { file: own.settings, env: process.env },
      daemon,
    }),
  )
}

function endOn(signal: NodeJS.Signals, running: RunningServer): void {
  process.once(signal, () => {
    setTimeout(() => process.exit(0), END_MS).unref()
    void running.close().then(() => process.exit(0))
  })
}

// One request's bug must not take every terminal down with it; after anything else the state is unknown, and Node ends us.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`kilo: ${reason instanceof Error ? reason.stack : String(reason)}\n`)
})

try {
  const running = await start()
  endOn('SIGTERM', running)
  endOn('SIGINT', running)
  // The terminal that started us has closed: nothing to do with us.
  process.on('SIGHUP', () => undefined)
  process.stdout.write(`console host listening on port ${running.port}\n`)
} catch (error) {
  const taken = (error as { code?: unknown }).code === 'EADDRINUSE'
  const message = taken ? 'The port is in use.' : error instanceof Error ? error.message : String(error)
  process.stderr.write(`kilo: ${message}\nhint: ${problemOf(error).hint ?? 'kilo console'}\n`)
  process.exitCode = 1
}
