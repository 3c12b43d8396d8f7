import { describe, expect, it } from 'vitest'
import { escapeXml, loginCommand } from './login-item.ts'
import { loginItem, type Machine } from './place.ts'
import { spell } from './steps.ts'
import { unitText } from './systemd-unit.ts'
import { taskXml } from './windows-task.ts'

const machine: Machine = {
  platform: 'linux',
  env: { HOME: '/home/jo', PATH: '/usr/bin', KILO_SERVER_PASSWORD: 'secret', ANTHROPIC_API_KEY: 'secret' },
  node: '/opt/node/bin/node',
  script: '/opt/kilo/bin/kilo.js',
  uid: 501,
  user: 'HOST\\jo',
}
const odd = loginCommand('/opt/my "$node"/100%/node', '/home/zoë & <co>/back\\slash/$HOME/kilo.js', {
  PATH: '/a b:/c%d/"e"',
})

it('systemd: the whole unit', () => {
  const item = loginItem(machine)
  expect(item).toMatchObject({
    file: '/home/jo/.config/systemd/user/kilo-daemon.service',
    links: ['/home/jo/.config/systemd/user/default.target.wants/kilo-daemon.service'],
  })
  expect(item.content()).toBe(`# Written by \`kilo daemon install\`. \`kilo daemon uninstall\` removes it.
[Unit]
Description=Kilo Code daemon

[Service]
Type=oneshot
RemainAfterExit=yes
Environment="PATH=/usr/bin"
ExecStart="/opt/node/bin/node" "/opt/kilo/bin/kilo.js" "daemon" "start"
ExecStop="/opt/node/bin/node" "/opt/kilo/bin/kilo.js" "daemon" "stop"
TimeoutStartSec=120
TimeoutStopSec=30

[Install]
WantedBy=default.target
`)
})

it('systemd: quotes, specifiers, variables, backslashes and unicode', () => {
  const lines = unitText(odd).split('\n')
  expect(lines).toContain(String.raw`Environment="PATH=/a b:/c%%d/\"e\""`)
  expect(lines).toContain(
    String.raw`ExecStart="/usr/bin/env" "/opt/my \"$$node\"/100%%/node" "/home/zoë & <co>/back\\slash/$$HOME/kilo.js" "daemon" "start"`,
  )
})

it('launchd: the whole agent', () => {
  const item = loginItem({ ...machine, platform: 'darwin', script: '/Users/zoë & <co>/kilo.js' })
  expect(item).toMatchObject({
    file: '/home/jo/Library/LaunchAgents/kilo-console.daemon.plist',
    enable: [
      { argv: ['launchctl', 'bootout', 'gui/501/kilo-console.daemon'], optional: true },
      {
        argv: [
          'launchctl',
          'bootstrap',
          'gui/501',
          '/home/jo/Library/LaunchAgents/kilo-console.daemon.plist',
        ],
      },
    ],
  })
  expect(String(item.content())).toContain(`  <array>
    <string>/opt/node/bin/node</string>
    <string>/Users/zoë &amp; &lt;co&gt;/kilo.js</string>
    <string>daemon</string>
    <string>start</string>
  </array>`)
  expect(String(item.content())).toContain('<key>PATH</key><string>/usr/bin</string>')
})

describe('windows', () => {
  const command = (node: string, script: string) => taskXml('HOST\\zoë', loginCommand(node, script, {}))

  it.each([
    ['C:\\kilo.js', 'C:\\kilo.js daemon start'],
    ['C:\\Program Files\\kilo.js', '&quot;C:\\Program Files\\kilo.js&quot; daemon start'],
    ['C:\\zoë & co\\50%\\kilo.js', '&quot;C:\\zoë &amp; co\\50%\\kilo.js&quot; daemon start'],
    ['a\\"b c\\', '&quot;a\\\\\\&quot;b c\\\\&quot; daemon start'],
  ])('%s as an argument', (script, text) => {
    const xml = command('C:\\Program Files\\nodejs\\node.exe', script)
    expect(xml).toContain(`<Arguments>${text}</Arguments>`)
    expect(xml).toContain('<Command>C:\\Program Files\\nodejs\\node.exe</Command>')
    expect(xml).toContain('<UserId>HOST\\zoë</UserId>')
  })

  it('what it would take for a variable is refused', () =>
    expect(() => command('C:\\node.exe', 'C:\\%TEMP%\\kilo.js')).toThrow('variable'))

  it('is UTF-16 with its mark', () => {
    const content = loginItem({ ...machine, platform: 'win32' }).content()
    expect(Buffer.isBuffer(content) && content.subarray(0, 4).toString('hex')).toBe('fffe3c00')
  })
})

it.each(['linux', 'darwin', 'win32'] as const)('%s: no secret of the environment', (platform) => {
  const content = loginItem({ ...machine, platform }).content()
  expect(content.toString()).not.toContain('secret')
  expect(Buffer.from(content).toString('utf16le')).not.toContain('secret')
})

it('elsewhere: an error with a way', () =>
  expect(() => loginItem({ ...machine, platform: 'freebsd' })).toThrow('freebsd'))

it('control characters are refused, whatever the platform; where the file lies is known all the same', () => {
  const item = loginItem({ ...machine, script: '/a\nExecStart=/evil' })
  expect(item.content).toThrow('control character')
  expect(item.file).toBe('/home/jo/.config/systemd/user/kilo-daemon.service')
})

it('spells a command for a shell', () =>
  expect(spell({ argv: ['schtasks', '/TN', "it's kilo", '/F'] })).toBe(`schtasks /TN 'it'\\''s kilo' /F`))

it('escapes XML', () => expect(escapeXml('<a b="&">')).toBe('&lt;a b=&quot;&amp;&quot;&gt;'))
