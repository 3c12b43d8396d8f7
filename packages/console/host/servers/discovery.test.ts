import { expect, test } from 'vitest'
import type { Credentials } from './credentials.ts'
import type { ServerView } from './daemon-control.ts'
import { makeDiscovery } from './discovery.ts'

test('a first look that fails is no failure of all requests that wait for it', async () => {
  const daemon = {
    folder: '/nowhere',
    file: 'daemon.json',
    ports: { first: 1, last: 0 },
    memoryLimit: () => undefined,
    look: () => Promise.reject(new Error('EMFILE')),
    run: () => Promise.resolve(),
    environment: () => Promise.resolve(undefined),
    ownEnvironment: new Map(),
  }
  const credentials: Credentials = {
    all: () => new Map(),
    keep: () => Promise.resolve(),
    forgetGone: () => Promise.resolve(),
  }
  const to = {
    found: (view: ServerView) => view,
    looked: () => undefined,
    changed: () => undefined,
    beside: () => ({}),
  }
  const discovery = makeDiscovery(daemon, credentials, to)
  await expect(discovery.first).resolves.toBeUndefined()
  await expect(discovery.refresh()).rejects.toThrow('EMFILE')
  discovery.dispose()
})
