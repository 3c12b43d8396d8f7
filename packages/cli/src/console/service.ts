import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pathTo } from '@kilo-console/console/shared/paths'
import { VERSION } from '@kilo-console/console/shared/version'
import { baseOf, consoleHostService, KiloError, type ConsoleHostOptions } from '@kilo-console/daemon'

/** The console host as a service. Where it lies is looked up when this runs, not when it is built. */
export function consoleService(
  options: Pick<ConsoleHostOptions, 'port' | 'hostname' | 'base'> = {},
): ReturnType<typeof consoleHostService> {
  const main = findHost()
  if (!existsSync(main))
    throw new KiloError('host-missing', `the console is not built: there is no ${main}`, 'npm run build')
  return consoleHostService({
    base: baseOf(process.env),
    ...options,
    main,
    version: VERSION,
    health: `/${pathTo('health')}`,
  })
}

/** Beside the command in the package that people install; in a checkout in the console's own. */
function findHost(): string {
  const packed = join(dirname(fileURLToPath(import.meta.url)), 'host/main.js')
  if (existsSync(packed)) return packed
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve('@kilo-console/console/package.json')), 'dist/host/main.js')
}
