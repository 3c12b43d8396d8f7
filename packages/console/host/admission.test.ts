import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { admitSession } from './admission.ts'
import { hashOf, newSecret } from './auth/secret.ts'
import { openSessions } from './auth/sessions.ts'
import type { Console } from './console.ts'
import { withFolder } from '../test/host/loopback.ts'

test('fault 58: a browser with a login of a version without keys hears why it takes a new one', () =>
  withFolder(async (folder) => {
    const [file, cookie] = [join(folder, 'sessions.json'), newSecret()]
    await writeFile(file, JSON.stringify({ port: 1, sessions: { [hashOf(cookie)]: Date.now() + 1e9 } }))
    const sessions = await openSessions({ file, port: 1, write: () => Promise.resolve() })
    const console = { sessions, sessionOf: () => null, cookieName: 'kilo_console_1' } as Partial<Console>
    const admit = (value: string) => () =>
      admitSession(console as Console, { cookie: `kilo_console_1=${value}` }, 'http')
    expect(admit(cookie)).toThrow('This version needs one new login.')
    expect(admit(newSecret())).toThrow('This browser is not logged in to the console.')
  }))
