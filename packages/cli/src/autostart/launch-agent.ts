import { join } from 'node:path'
import { escapeXml, type LoginCommand, type LoginItem } from './login-item.ts'

const LABEL = 'kilo-console.daemon'

/** PURE. A launchd agent of this user. */
export function launchAgent(home: string, uid: number, command: () => LoginCommand): LoginItem {
  const file = join(home, 'Library', 'LaunchAgents', `${LABEL}.plist`)
  const leave: LoginItem['disable'] = [
    { argv: ['launchctl', 'bootout', `gui/${uid}/${LABEL}`], optional: true },
  ]
  return {
    kind: 'launchd',
    file,
    content: () => plistText(command()),
    // One that is known already is not read again.
    enable: [...leave, { argv: ['launchctl', 'bootstrap', `gui/${uid}`, file] }],
    disable: leave,
    afterwards: [],
    links: [],
  }
}

/** PURE. launchd.plist(5). No KeepAlive: `kilo` keeps the daemon, launchd begins it; it may outlive the command that started it. */
function plistText({ start, environment }: LoginCommand): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<!-- Written by `kilo daemon install`. `kilo daemon uninstall` removes it. -->',
    '<plist version="1.0">',
    '<dict>',
    `  <key>Label</key><string>${LABEL}</string>`,
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...start.map((word) => `    <string>${escapeXml(word)}</string>`),
    '  </array>',
    '  <key>EnvironmentVariables</key>',
    '  <dict>',
    ...environment.map(
      ([name, value]) => `    <key>${escapeXml(name)}</key><string>${escapeXml(value)}</string>`,
    ),
    '  </dict>',
    '  <key>RunAtLoad</key><true/>',
    '  <key>AbandonProcessGroup</key><true/>',
    '</dict>',
    '</plist>',
    '',
  ].join('\n')
}
