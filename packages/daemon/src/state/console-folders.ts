import { isAbsolute, join } from 'node:path'

/** Folders of the console's own, which the engine knows nothing of. */
export interface ConsoleFolders {
  data: string
  config: string
}

/** PURE. Where the platform keeps such things, as env-paths says for `kilo-console`; it would read this process's environment alone. */
export function consoleFolders(
  env: NodeJS.ProcessEnv,
  home: string,
  platform: NodeJS.Platform = process.platform,
): ConsoleFolders {
  const name = 'kilo-console'
  const from = (variable: string, ...fallback: string[]) => {
    const set = env[variable]
    return set && isAbsolute(set) ? set : join(home, ...fallback)
  }
  if (platform === 'darwin') {
    const library = join(home, 'Library')
    return { data: join(library, 'Application Support', name), config: join(library, 'Preferences', name) }
  }
  if (platform === 'win32') {
    return {
      data: join(from('LOCALAPPDATA', 'AppData', 'Local'), name, 'Data'),
      config: join(from('APPDATA', 'AppData', 'Roaming'), name, 'Config'),
    }
  }
  return {
    data: join(from('XDG_DATA_HOME', '.local', 'share'), name),
    config: join(from('XDG_CONFIG_HOME', '.config'), name),
  }
}
