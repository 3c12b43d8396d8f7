import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { consoleHostService, KiloError, type ConsoleHostOptions } from '@kilo-console/daemon'
import manifest from '../package.json' with { type: 'json' }

/** The console host as a service. It lies in the console's package, which is looked up when this runs, not when it is built. */
export function consoleService(
  options: Pick<ConsoleHostOptions, 'port' | 'hostname'> = {},
): ReturnType<typeof consoleHostService> {
  const main = fileURLToPath(
    new URL('dist/host/main.js', import.meta.resolve('@kilo-console/console/package.json')),
  )
  if (!existsSync(main))
    throw new KiloError('host-missing', `the console is not built: there is no ${main}`, 'npm run build')
  return consoleHostService({ ...options, main, version: manifest.version })
}
