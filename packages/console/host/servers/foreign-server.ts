/**
 * What listens for another user of this machine: named, never spoken to. Its id is its own: it is not the server that this user may have had on
 * the port before.
 */
import { userName } from '@kilo-console/daemon'
import type { ServerView } from './daemon-control.ts'
import { localServer } from './local-server.ts'

/** Looked up once in a run: a list is made every two seconds. */
const names = new Map<number, Promise<string>>()

export async function foreignServer(port: number, uid: number): Promise<ServerView> {
  const name = names.get(uid) ?? userName(uid)
  names.set(uid, name)
  return {
    info: {
      ...localServer(port),
      id: `foreign-${port}`,
      port,
      kind: 'foreign',
      health: 'locked',
      version: null,
      projects: [],
      lastActive: null,
      user: await name,
    },
    target: null,
  }
}
