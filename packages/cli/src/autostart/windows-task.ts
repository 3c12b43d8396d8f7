import { KiloError } from '@kilo-console/daemon'
import { win32 } from 'node:path'
import { escapeXml, type LoginCommand, type LoginItem } from './login-item.ts'

const NAME = 'Kilo Code daemon'

/** PURE. A scheduled task at logon. `user`: `DOMAIN\name`. `folder`: where its description is kept. */
export function windowsTask(folder: string, user: string, command: () => LoginCommand): LoginItem {
  const file = win32.join(folder, 'kilo-daemon-task.xml')
  return {
    kind: 'task',
    file,
    // schtasks reads UTF-16 with its byte order mark whatever the code page.
    content: () => Buffer.from(`\uFEFF${taskXml(user, command())}`, 'utf16le'),
    enable: [{ argv: ['schtasks', '/Create', '/TN', NAME, '/XML', file, '/F'] }],
    disable: [{ argv: ['schtasks', '/Delete', '/TN', NAME, '/F'], optional: true }],
    afterwards: [],
    links: [],
  }
}

/** PURE. Task Scheduler schema 1.2. A task knows no environment of its own: the user's is there at logon. */
export function taskXml(user: string, { start: [program, ...args] }: LoginCommand): string {
  for (const text of [program, ...args]) refuseVariables(text)
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo>',
    '    <Description>Written by "kilo daemon install". "kilo daemon uninstall" removes it.</Description>',
    '  </RegistrationInfo>',
    '  <Triggers>',
    `    <LogonTrigger><Enabled>true</Enabled><UserId>${escapeXml(user)}</UserId></LogonTrigger>`,
    '  </Triggers>',
    '  <Principals>',
    `    <Principal id="Author"><UserId>${escapeXml(user)}</UserId><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal>`,
    '  </Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '  </Settings>',
    '  <Actions Context="Author">',
    '    <Exec>',
    `      <Command>${escapeXml(program)}</Command>`,
    `      <Arguments>${escapeXml(args.map(quote).join(' '))}</Arguments>`,
    '    </Exec>',
    '  </Actions>',
    '</Task>',
    '',
  ].join('\r\n')
}

/** As CommandLineToArgvW takes it apart: backslashes count only before a quote. */
function quote(text: string): string {
  if (text !== '' && !/[\s"]/.test(text)) return text
  return `"${text.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`
}

/** The scheduler puts variables in, and knows no way to write a percent sign. */
function refuseVariables(text: string): void {
  if (!/%[^%]+%/.test(text)) return
  throw new KiloError(
    'unusable-path',
    `${text} would be read as holding a variable (%…%)`,
    'move it to a path without percent signs',
  )
}
