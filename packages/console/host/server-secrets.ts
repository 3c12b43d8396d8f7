/** What is secret of each server: who tells, and when it is asked. */
import { inDirectory } from '@kilo-console/daemon'
import { DAEMON_ID } from '../shared/api.ts'
import type { EngineMessage } from './events/engine-event.ts'
import type { Secrets } from './http/secrets.ts'
import { makeSecretsOf, type SecretSource } from './secrets/secrets-of.ts'
import type { DaemonControl, ServerView } from './servers/daemon-control.ts'
import { EngineRefusal, readEngine } from './servers/read-engine.ts'

export interface ServerSecrets {
  /** One that was found, with what is known of its secrets. */
  see(view: ServerView): ServerView
  note(server: string, message: EngineMessage): void
  /** What happened may be missed. */
  gap(server: string): void
  /** These are there now: what is known of others goes. One that came back as another keeps what it is hidden by. */
  retain(servers: ReadonlySet<string>): void
}

const MOST_FOLDERS = 500

export function makeServerSecrets(daemon: DaemonControl): ServerSecrets {
  const seen = new Map<string, ServerView>()
  const all = makeSecretsOf((server) => sourceOf(daemon, () => seen.get(server)))
  /** Where events tell of work, with the server. */
  const worked = new Set<string>()
  /** At once: what was written is told in the next error. */
  const relearn = (server: string, directory?: string) => {
    worked.clear()
    all.changed(server, directory)
    void all.of(server).prepare()
  }
  /** For each event of a text would be too much. */
  const learnOnce = (server: string, directory: string) => {
    const place = `${server} ${directory}`
    if (worked.has(place)) return
    if (worked.size >= MOST_FOLDERS) worked.clear()
    worked.add(place)
    void all.of(server).prepare('/session', directory)
  }
  return {
    see({ info, target }) {
      if (!target) return { info, target }
      const secrets: Secrets = all.of(info.id)
      const view = { info, target: { ...target, secrets } }
      seen.set(info.id, view)
      return view
    },
    note(server, { directory, event: { type, properties } }) {
      if (type === 'server.instance.disposed') relearn(server, properties.directory)
      // Somebody works there: what a model reads of the folder’s own configuration comes soon.
      else if (type.startsWith('message.') && directory !== undefined) learnOnce(server, directory)
    },
    gap: (server) => relearn(server),
    retain(servers) {
      for (const server of [...seen.keys()].filter((id) => !servers.has(id))) {
        seen.delete(server)
        all.forget(server)
      }
    },
  }
}

function sourceOf(daemon: DaemonControl, latest: () => ServerView | undefined): SecretSource {
  const isHere = () => latest()?.info.id === DAEMON_ID
  return {
    isHere,
    // Where the kernel does not tell, the daemon was most likely started with what we were.
    async environment() {
      if (!isHere()) return undefined
      const pid = latest()?.info.pid
      return (pid === undefined ? undefined : await daemon.environment(pid)) ?? daemon.ownEnvironment
    },
    async readConfig(directory) {
      const target = latest()?.target
      const path = directory === undefined ? '/global/config' : inDirectory('/config', directory)
      if (!target) throw new Error('The server has no address now.')
      return readEngine(target, path).catch(brokenAsNone)
    },
  }
}

/** What the engine cannot read it tells with a fault, the same each time. */
function brokenAsNone(error: unknown): undefined {
  if (error instanceof EngineRefusal && error.status < 500) return undefined
  throw error
}
