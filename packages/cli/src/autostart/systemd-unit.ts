import { join } from 'node:path'
import type { LoginCommand, LoginItem } from './login-item.ts'

const UNIT = 'kilo-daemon.service'

/** PURE. A user unit. `configHome`: where systemd looks, `$XDG_CONFIG_HOME` or `~/.config`. */
export function systemdUnit(configHome: string, command: () => LoginCommand): LoginItem {
  const folder = join(configHome, 'systemd', 'user')
  const reload = { argv: ['systemctl', '--user', 'daemon-reload'] } satisfies LoginItem['enable'][number]
  return {
    kind: 'systemd',
    file: join(folder, UNIT),
    content: () => unitText(command()),
    enable: [reload, { argv: ['systemctl', '--user', 'enable', UNIT] }],
    disable: [{ argv: ['systemctl', '--user', 'disable', UNIT], optional: true }],
    afterwards: [reload],
    links: [join(folder, 'default.target.wants', UNIT)],
  }
}

/**
 * PURE. systemd.service(5). `oneshot`, because the daemon is kept by `kilo` and shared: whoever restarts or upgrades it by hand would
 * otherwise fight with systemd about which process is the right one. What is left of it at logout ends with the unit's group.
 */
export function unitText({ start, stop, environment }: LoginCommand): string {
  return [
    '# Written by `kilo daemon install`. `kilo daemon uninstall` removes it.',
    '[Unit]',
    'Description=Kilo Code daemon',
    '',
    '[Service]',
    'Type=oneshot',
    'RemainAfterExit=yes',
    ...environment.map(([name, value]) => `Environment=${quote(`${name}=${value}`)}`),
    `ExecStart=${commandLine(start)}`,
    `ExecStop=${commandLine(stop)}`,
    'TimeoutStartSec=120',
    'TimeoutStopSec=30',
    '',
    '[Install]',
    'WantedBy=default.target',
    '',
  ].join('\n')
}

/** `$` names a variable. systemd refuses quotes and backslashes in a program's own path, and takes them from env(1). */
function commandLine([program, ...args]: [string, ...string[]]): string {
  const words = /["'\\$]/.test(program) ? ['/usr/bin/env', program, ...args] : [program, ...args]
  return words.map((word) => quote(word.replaceAll('$', '$$$$'))).join(' ')
}

/** `%` begins a specifier, a backslash an escape. */
function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`
}
