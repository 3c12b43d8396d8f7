import { ENGINE_COMMANDS } from '../completion/engine-commands.ts'
import { write } from '../output/write.ts'

const ENGINE = [
  '  kilo                      the terminal user interface',
  ...ENGINE_COMMANDS.map(({ word, description }) => `  ${`kilo ${word}`.padEnd(26)}${description}`),
].join('\n')

const HELP = `kilo - the Kilo Code engine with a managed daemon and a browser console

Console and daemon (ours)
  kilo console              open the browser console        [--port N] [--hostname H] [--no-open] [--foreground]
  kilo console status       the console host
  kilo console stop         end the console host
  kilo console settings     its own settings, and what decides each
  kilo daemon start         start or reuse the daemon       [--port N] [--hostname H] [--cors ORIGIN…] [--foreground]
  kilo daemon status        one truth about it
  kilo daemon stop          end it and its children
  kilo daemon restart       replace it                      [--force]
  kilo daemon logs          its log                         [-n N] [--follow]
  kilo daemon install       start it at login               (kilo daemon uninstall: no more)
  kilo doctor               what is installed, where files lie, what is wrong   [--provider NAME]
  kilo completion           tab completion                  [bash|zsh|fish]
  Each but logs and completion takes --json. kilo <command> --help tells more.

Everything else goes to the engine unchanged
${ENGINE}

Environment: KILO_ENGINE path of the engine · KILO_NO_DAEMON=1 no attaching · NO_COLOR=1 · KILO_DEBUG=1 stack traces
  KILO_MEMORY_LIMIT=4G (or 800M, off) from when on the daemon's memory is warned about; or {"memoryLimit": "4G"} in
  kilo-console/settings.json of the config folder
Exit codes: 0 done · 1 failed · 2 bad usage · status: 3 not running, 4 not healthy`

export function help(): number {
  write(HELP)
  return 0
}
