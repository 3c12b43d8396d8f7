import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { opener } from '../console/browser.ts'
import { ok, type Finding, warning } from './finding.ts'

export async function examineBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Finding[]> {
  const [program] = opener('', env)
  const found = process.platform === 'win32' ? program : await findOnPath(program, env['PATH'] ?? '')
  return [judgeBrowser(program, found, process.platform, env)]
}

/** PURE. Without a display, over SSH for example, the URL is printed for a browser elsewhere. What BROWSER names may need none. */
export function judgeBrowser(
  program: string,
  found: string | undefined,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): Finding {
  if (!found)
    return warning(
      'browser',
      `there is no ${program} to open one with`,
      'kilo console --no-open, and open the URL yourself',
    )
  const shown = ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME', 'BROWSER'].some((name) => env[name])
  if (platform === 'linux' && !shown)
    return warning(
      'browser',
      `${found}, but no display`,
      'kilo console --no-open, and open the URL where there is one',
    )
  return ok('browser', found)
}

async function findOnPath(program: string, path: string): Promise<string | undefined> {
  // A path is looked up nowhere.
  const folders = program.includes('/') ? [''] : path.split(delimiter)
  for (const folder of folders) {
    const file = folder === '' ? program : join(folder, program)
    if (
      await access(file, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return file
  }
  return undefined
}
