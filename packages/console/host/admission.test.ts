import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { admit, admitSession } from './admission.ts'
import { hashOf, newSecret } from './auth/secret.ts'
import { openSessions } from './auth/sessions.ts'
import type { Access } from '../shared/routes.ts'
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
    expect(admit(cookie)).toThrow(expect.objectContaining({ code: 'outdated-login', hint: 'kilo console' }))
    expect(admit(newSecret())).toThrow('This browser is not logged in to the console.')
  }))

const fake = {
  options: { controlToken: 'token' },
  cookieName: 'kilo_console_1',
  sessions: { isOutdated: () => false },
  sessionOf: ({ cookie }: { cookie?: string }, over: string) =>
    cookie === 'logged in' ? `session over ${over}` : null,
} as unknown as Console

test.each<[string, Access, IncomingHttpHeaders, string | null]>([
  ['anybody', 'public', {}, null],
  ['the command', 'control', { authorization: 'Bearer token' }, null],
  ['a page that is logged in', 'session', { cookie: 'logged in' }, 'session over http'],
])('%s is let in', (_, access, headers, session) => expect(admit(fake, access, headers)).toBe(session))

test.each<[string, Access, IncomingHttpHeaders, string]>([
  ['nobody', 'control', {}, 'no-control-token'],
  ['a page with its login', 'control', { cookie: 'logged in' }, 'no-control-token'],
  ['another token', 'control', { authorization: 'Bearer other' }, 'no-control-token'],
  ['a token of another scheme', 'control', { authorization: 'Basic token' }, 'no-control-token'],
  ['a scheme alone', 'control', { authorization: 'Bearer' }, 'no-control-token'],
  ['a token alone', 'control', { authorization: 'token' }, 'no-control-token'],
  ['nobody', 'session', {}, 'not-logged-in'],
  ['the command', 'session', { authorization: 'Bearer token' }, 'not-logged-in'],
])('%s is refused where %s is asked for', (_, access, headers, code) => {
  expect(() => admit(fake, access, headers)).toThrow(
    expect.objectContaining({ status: 401, code, hint: 'kilo console' }),
  )
})
