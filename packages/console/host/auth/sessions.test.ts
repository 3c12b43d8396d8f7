import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { withFolder } from '../../test/host/loopback.ts'
import { hashOf, newSecret } from './secret.ts'
import { SESSION_SECONDS } from './session-table.ts'
import { openSessions } from './sessions.ts'

const store = (folder: string, port = 4117, now = Date.now) => ({
  file: join(folder, 'sessions.json'),
  port,
  write: (file: string, text: string) => writeFile(file, text),
  now,
})
const both = ({ cookie, key }: { cookie: string; key: string }) => ({ cookies: [cookie], key })

test('fault 36, 58: a session outlives the host, neither half is in the file', () =>
  withFolder(async (folder) => {
    const login = await (await openSessions(store(folder))).open()
    const text = await readFile(join(folder, 'sessions.json'), 'utf8')
    expect(text).not.toContain(login.cookie)
    expect(text).not.toContain(login.key)
    expect((await openSessions(store(folder))).find(both(login))).not.toBeNull()
  }))

test('fault 36: made up, empty, from another port, the stored hash itself: refused', () =>
  withFolder(async (folder) => {
    const sessions = await openSessions(store(folder))
    const login = await sessions.open()
    const id = sessions.find(both(login))
    expect(id).not.toBeNull()
    const { cookie, key } = login
    for (const guess of [[], [''], ['x'], [cookie.slice(1)], [String(id)]])
      expect(sessions.find({ cookies: guess, key })).toBeNull()
    for (const guess of ['', 'x', key.slice(1), hashOf(key)])
      expect(sessions.find({ cookies: [cookie], key: guess })).toBeNull()
    expect((await openSessions(store(folder, 4118))).find(both(login))).toBeNull()
  }))

test('fault 58: the halves of two logins open nothing together', () =>
  withFolder(async (folder) => {
    const sessions = await openSessions(store(folder))
    const [mine, other] = [await sessions.open(), await sessions.open()]
    expect(sessions.find({ cookies: [mine.cookie], key: other.key })).toBeNull()
    expect(sessions.find({ cookies: [other.cookie], key: mine.key })).toBeNull()
    expect(sessions.find({ cookies: [other.cookie, mine.cookie], key: mine.key })).toBe(hashOf(mine.cookie))
  }))

test('fault 36: over after 30 days, and after logging out, also for the next host', () =>
  withFolder(async (folder) => {
    let now = 1_000_000
    const sessions = await openSessions(store(folder, 4117, () => now))
    const [first, second] = [await sessions.open(), await sessions.open()]
    const ended = vi.fn<() => void>()
    const id = sessions.find(both(first)) ?? ''
    sessions.onEnd(id, ended)
    await sessions.close(id)
    expect(ended).toHaveBeenCalledOnce()
    expect(sessions.find(both(first))).toBeNull()
    const next = await openSessions(store(folder, 4117, () => now))
    expect([next.find(both(first)), next.find(both(second))]).toEqual([null, hashOf(second.cookie)])
    now += SESSION_SECONDS * 1000
    expect(sessions.find(both(second))).toBeNull()
  }))

test('fault 58: cookies of the same name that other programs set log nobody out', () =>
  withFolder(async (folder) => {
    const sessions = await openSessions(store(folder))
    const { cookie, key } = await sessions.open()
    expect(sessions.find({ cookies: [newSecret(), newSecret(), cookie], key })).not.toBeNull()
  }))

describe('a second login of the same browser', () => {
  test('ends the first one; what was open with it ends with the second', () =>
    withFolder(async (folder) => {
      const sessions = await openSessions(store(folder))
      const first = await sessions.open()
      const ended = vi.fn<() => void>()
      sessions.onEnd(sessions.find(both(first)) ?? '', ended)
      const second = await sessions.open(first.key)
      expect(sessions.find(both(first))).toBeNull()
      expect(ended).not.toHaveBeenCalled()
      await sessions.close(sessions.find(both(second)) ?? '')
      expect(ended).toHaveBeenCalledOnce()
    }))

  test('leaves the logins of other browsers alone', () =>
    withFolder(async (folder) => {
      const sessions = await openSessions(store(folder))
      const other = await sessions.open()
      for (const former of [undefined, '', 'made up']) await sessions.open(former)
      expect(sessions.find(both(other))).not.toBeNull()
    }))
})

test.each([
  '',
  '{',
  '[]',
  '{"port":4117,"sessions":[1]}',
  '{"port":4117,"sessions":{"a":1}}',
  `{"port":4117,"sessions":{"${'a'.repeat(64)}":{"key":1,"expires":1}}}`,
])('a broken file %j is an empty one', (text) =>
  withFolder(async (folder) => {
    await writeFile(join(folder, 'sessions.json'), text)
    const sessions = await openSessions(store(folder))
    expect(sessions.find({ cookies: ['a'], key: '' })).toBeNull()
    expect(sessions.find(both(await sessions.open()))).not.toBeNull()
  }),
)

test('fault 58: a login of a version without keys opens nothing, and is known as that', () =>
  withFolder(async (folder) => {
    const cookie = newSecret()
    const old = { port: 4117, sessions: { [hashOf(cookie)]: Date.now() + 1e9 } }
    await writeFile(join(folder, 'sessions.json'), JSON.stringify(old))
    const sessions = await openSessions(store(folder))
    for (const key of ['', 'x', newSecret()]) expect(sessions.find({ cookies: [cookie], key })).toBeNull()
    expect([sessions.isOutdated([cookie]), sessions.isOutdated([newSecret()])]).toEqual([true, false])
    const login = await sessions.open()
    const next = await openSessions(store(folder))
    expect([next.find(both(login)), next.isOutdated([cookie])]).toEqual([hashOf(login.cookie), true])
  }))

test('logins of version 0.1 are taken over from where they were; one that does not fit costs no other', () =>
  withFolder(async (folder) => {
    const former = join(folder, 'console-sessions.json')
    const [cookie, key] = [newSecret(), newSecret()]
    const sessions = {
      [hashOf(cookie)]: { key: hashOf(key), expires: Date.now() + 1e9 },
      [hashOf('x')]: { key: 7 },
      short: { key: hashOf(key), expires: 1 },
    }
    await writeFile(former, JSON.stringify({ port: 4117, sessions }))
    const place = { ...store(folder), former }
    for (let start = 0; start < 2; start += 1)
      expect((await openSessions(place)).find(both({ cookie, key }))).toBe(hashOf(cookie))
    expect(await readdir(folder)).toEqual(['sessions.json'])
  }))

test('fault 8: a disk that takes no file still lets the user in', () =>
  withFolder(async (folder) => {
    const full = () => Promise.reject(new Error('ENOSPC'))
    const sessions = await openSessions({ ...store(folder), write: full })
    expect(sessions.find(both(await sessions.open()))).not.toBeNull()
  }))
