import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** A page of its own: what the module holds is per window, the storage is shared. */
async function openWindow() {
  vi.resetModules()
  return import('./login-key.ts')
}

let stored: Map<string, string>
beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('document', { baseURI: 'http://127.0.0.1:4117/kilo/' })
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('windows share the key, until one of them logs out', async () => {
  const [one, two] = [await openWindow(), await openWindow()]
  one.keepLoginKey('k')
  expect([one.loginKey(), two.loginKey(), two.loginProtocols()]).toEqual(['k', 'k', ['kilo-key.k']])
  two.keepLoginKey(null)
  expect([one.loginProtocols(), two.loginKey(), stored.size]).toEqual([[], null, 0])
})

test('consoles under other paths of the origin have keys of their own', async () => {
  const { keepLoginKey } = await openWindow()
  keepLoginKey('k')
  vi.stubGlobal('document', { baseURI: 'http://127.0.0.1:4117/other/' })
  expect((await openWindow()).loginKey()).toBeNull()
})

test('a refused key is dropped, a newer one stays', async () => {
  const { keepLoginKey, dropLoginKey, loginKey } = await openWindow()
  keepLoginKey('new')
  dropLoginKey('old')
  expect(loginKey()).toBe('new')
  dropLoginKey('new')
  expect(loginKey()).toBeNull()
})

test('where storage is forbidden the login lasts as long as the page', async () => {
  vi.stubGlobal('localStorage', undefined)
  const { keepLoginKey, loginKey } = await openWindow()
  expect(loginKey()).toBeNull()
  keepLoginKey('k')
  expect(loginKey()).toBe('k')
  keepLoginKey(null)
  expect(loginKey()).toBeNull()
})

test('every login and logout is told, whichever window it happened in', async () => {
  const heard: ((event: Partial<StorageEvent>) => void)[] = []
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => heard.push(listener))
  vi.stubGlobal('removeEventListener', (_: string, listener: () => void) =>
    heard.splice(heard.indexOf(listener), 1),
  )
  const { makeLoginListener, keepLoginKey } = await openWindow()
  const told: (string | null)[] = []
  const end = makeLoginListener((key) => told.push(key))
  keepLoginKey('mine')
  const [name] = [...stored.keys()]
  heard[0]?.({ key: name ?? '', newValue: 'theirs' })
  heard[0]?.({ key: 'kilo-console.theme', newValue: 'dark' })
  heard[0]?.({ key: null, newValue: null })
  end()
  keepLoginKey('after')
  expect([told, heard.length]).toEqual([['mine', 'theirs', null], 0])
})
