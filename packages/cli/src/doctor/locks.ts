import { stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import {
  engineService,
  kiloPaths,
  lifeOf,
  lockHolder,
  printable,
  readPlainFile,
  type LockFinding,
  type ServicePaths,
} from '@kilo-console/daemon'
import { ok, type Finding, warning } from './finding.ts'

export async function examineLocks(): Promise<Finding[]> {
  const { lock, peerLock } = engineService().paths
  return [
    judgeLock('daemon lock', await lockHolder(lock)),
    judgeLock('console lock', await lockHolder(kiloPaths().consoleLock)),
    ...(await examinePeer(peerLock)),
  ]
}

/** PURE. A held lock is what a start or stop under way looks like. */
export function judgeLock(check: string, { state, pid, args }: LockFinding): Finding {
  if (state === 'free') return ok(check, 'free')
  if (state === 'left')
    return ok(check, 'free; a command that was killed left its mark, the next start removes it')
  const who =
    pid === undefined
      ? 'another command'
      : `process ${pid}${args?.length ? ` (${printable(args.join(' '))})` : ''}`
  return warning(
    check,
    `held by ${who}: it starts or stops something right now`,
    `kilo doctor again, in a minute`,
  )
}

interface Peer {
  pid?: unknown
  hostname?: unknown
}

/** The engine's own CLI locks by a folder (engine.md, "Its start lock"). Nothing to say while there is none. */
async function examinePeer(folder: ServicePaths['peerLock']): Promise<Finding[]> {
  if (!folder || !(await stat(folder).catch(() => undefined))) return []
  const found = await readPlainFile(join(folder, 'meta.json'), { mostBytes: 65_536 }).catch(() => undefined)
  const peer = parse(typeof found === 'object' ? found.bytes.toString('utf8') : '{}')
  const alive = typeof peer.pid === 'number' && (await lifeOf(peer.pid)) !== 'gone'
  return [judgePeer(peer, hostname(), alive)]
}

function parse(text: string): Peer {
  try {
    return (JSON.parse(text) as Peer | null) ?? {}
  } catch {
    return {}
  }
}

/** PURE. */
export function judgePeer({ pid, hostname }: Peer, here: string, alive: boolean): Finding {
  if (typeof pid !== 'number' || hostname !== here)
    return ok('engine lock', 'held by an unknown command; it counts as dead after 30 s')
  return alive
    ? warning(
        'engine lock',
        `held by process ${pid}: it starts or stops the daemon right now`,
        'kilo doctor again, in a minute',
      )
    : ok('engine lock', `left by process ${pid}, which has ended; the next start removes it`)
}
