import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { withFolder } from '../testing/loopback.ts'
import { openSessions, SESSION_SECONDS } from './sessions.ts'

const store = (folder: string, port = 4117, now = Date.now) => ({
  file: join(folder, 'sessions.json'),
  port,
  write: (file: string, text: string) => writeFile(file, text),
  now,
})

test('fault 36: a session outlives the host, its cookie is not in the file', () =>
  withFolder(async (folder) => {
    const cookie = await (await openSessions(store(folder))).open()
    expect(await readFile(join(folder, 'sessions.json'), 'utf8')).not.toContain(cookie)
    expect((await openSessions(store(folder))).find([cookie])).not.toBeNull()
  }))

test('fault 36: made up, empty, from another port, the stored hash itself: refused', () =>
  withFolder(async (folder) => {
    const sessions = await openSessions(store(folder))
    const cookie = await sessions.open()
    const key = sessions.find([cookie])
    expect(key).not.toBeNull()
    for (const guess of [[], [''], ['x'], [cookie.slice(1)], [String(key)]])
      expect(sessions.find(guess)).toBeNull()
    expect((await openSessions(store(folder, 4118))).find([cookie])).toBeNull()
  }))

test('fault 36: over after 30 days, and after logging out, also for the next host', () =>
  withFolder(async (folder) => {
    let now = 1_000_000
    const sessions = await openSessions(store(folder, 4117, () => now))
    const [first, second] = [await sessions.open(), await sessions.open()]
    const ended = vi.fn<() => void>()
    const key = sessions.find([first])
    sessions.onEnd(key ?? '', ended)
    await sessions.close(key ?? '')
    expect(ended).toHaveBeenCalledOnce()
    expect(sessions.find([first])).toBeNull()
    expect((await openSessions(store(folder, 4117, () => now))).find([first, second])).not.toBeNull()
    now += SESSION_SECONDS * 1000
    expect(sessions.find([second])).toBeNull()
  }))

test('a second cookie of the same name, set by another program, logs nobody out', () =>
  withFolder(async (folder) => {
    const sessions = await openSessions(store(folder))
    const cookie = await sessions.open()
    expect(sessions.find(['planted', cookie])).not.toBeNull()
  }))

test.each(['', '{', '[]', '{"port":4117,"sessions":[1]}', '{"port":4117,"sessions":{"a":1}}'])(
  'a broken file %j is an empty one',
  (text) =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'sessions.json'), text)
      const sessions = await openSessions(store(folder))
      expect(sessions.find(['a'])).toBeNull()
      expect(sessions.find([await sessions.open()])).not.toBeNull()
    }),
)

test('fault 8: a disk that takes no file still lets the user in', () =>
  withFolder(async (folder) => {
    const full = () => Promise.reject(new Error('ENOSPC'))
    const sessions = await openSessions({ ...store(folder), write: full })
    expect(sessions.find([await sessions.open()])).not.toBeNull()
  }))
