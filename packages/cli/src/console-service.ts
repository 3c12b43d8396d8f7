import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { consoleHostService, KiloError, type ConsoleHostOptions } from '@kilo-console/daemon'
import manifest from '../package.json' with { type: 'json' }

/** The console host as a service. It lies in the console's package, which is looked up when this runs, not when it is built. */
export function consoleService(
  options: Pick<ConsoleHostOptions, 'port' | 'hostname'> = {},
): ReturnType<typeof consoleHostService> {
  const require = createRequire(import.meta.url)
  const main = join(dirname(require.resolve('@kilo-console/console/package.json')), 'dist/host/main.js')
  if (!existsSync(main))
    throw new KiloError('host-missing', `the console is not built: there is no ${main}`, 'npm run build')
  return consoleHostService({ ...options, main, version: manifest.version })
}
