import { access, lstat, readlink, stat } from 'node:fs/promises'
import { constants, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import { kiloPaths } from '@kilo-console/daemon'
import { failed, ok, type Finding, warning } from './finding.ts'
import { shellPath, shortPath } from './print.ts'

/** `secret`: a file that holds or may hold one. `home`: only whether it can be written in is ours to say. */
type Kind = 'home' | 'folder' | 'secret'

export interface Seen {
  check: string
  path: string
  kind: Kind
  /** Undefined: there is nothing. */
  found: Pick<Stats, 'mode' | 'uid' | 'size'> | undefined
  /** Where it points to, if it is a link. */
  target?: string
  /** Why nothing can be written into it, or made in the folder above it that is there: the system's code, and which folder that is. */
  blocked?: { code: string; at: string }
}

export async function examinePaths(): Promise<Finding[]> {
  const { state, data, config, log, daemonFile, consoleFile, daemonLog, own, home } = kiloPaths()
  const named: [string, string, Kind][] = [
    ['home', home, 'home'],
    ['state folder', state, 'folder'],
    ['data folder', data, 'folder'],
    ['config folder', config, 'folder'],
    ['log folder', log, 'folder'],
    ['console folder', own.data, 'folder'],
    ['daemon state', daemonFile, 'secret'],
    ['console state', consoleFile, 'secret'],
    ['logins', own.logins, 'secret'],
    ['passwords', own.credentials, 'secret'],
    ['drafts', own.unsent, 'secret'],
    ['pins', own.pins, 'secret'],
    ['daemon log', daemonLog, 'secret'],
  ]
  const seen = await Promise.all(named.map(([check, path, kind]) => look(check, path, kind)))
  return seen.map((one) => judgePath(one, process.getuid?.(), home))
}

async function look(check: string, path: string, kind: Kind): Promise<Seen> {
  const found = await lstat(path).catch(() => undefined)
  const blocked = kind === 'secret' ? undefined : await blockedAt(path)
  if (!found?.isSymbolicLink()) return { check, path, kind, found, ...(blocked && { blocked }) }
  const target = await readlink(path).catch(() => '')
  // Who may write in a linked folder is what its target says.
  return {
    check,
    path,
    kind,
    found: kind === 'secret' ? found : await stat(path).catch(() => undefined),
    target,
    ...(blocked && { blocked }),
  }
}

/** Asks the system, and changes nothing: modes do not tell of a disk that is read-only, or of what root may. */
async function blockedAt(path: string): Promise<Seen['blocked']> {
  for (let at = path; ; at = dirname(at)) {
    const code = await access(at, constants.W_OK | constants.X_OK).then(
      () => undefined,
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    )
    if (code === undefined) return undefined
    if (code !== 'ENOENT' || dirname(at) === at) return { code, at }
  }
}

/** PURE. `uid` undefined: a platform without owners and modes. */
export function judgePath(seen: Seen, uid: number | undefined, home: string): Finding {
  const { check, path, kind, found, target } = seen
  const [name, shell] = [shortPath(path, home), shellPath(path, home)]
  if (target !== undefined && kind === 'secret')
    return warning(check, `${name} is a link to ${target}, and is not followed`, `rm ${shell}`)
  const short = target === undefined ? name : `${name} -> ${shortPath(target, home)}`
  if (!found && target !== undefined) return failed(check, `${short}, which is not there`, `rm ${shell}`)
  if (!found) return judgeBlocked(seen, short, home) ?? ok(check, `${short} · not there yet`)
  if (uid === undefined) return ok(check, short)
  const mode = (found.mode & 0o777).toString(8)
  if (kind === 'home') return judgeBlocked(seen, short, home) ?? ok(check, `${short} · ${mode}`)
  if (kind === 'folder' && (found.mode & constants.S_IFMT) !== constants.S_IFDIR)
    return failed(check, `${short} is not a folder`, `rm ${shell}`)
  if (found.uid !== uid)
    return failed(check, `${short} belongs to user ${found.uid}`, `sudo chown ${uid} ${shell}`)
  if (kind === 'folder' && (found.mode & 0o002) !== 0)
    return failed(check, `${short} can be changed by everyone (mode ${mode})`, `chmod 700 ${shell}`)
  if (kind === 'folder' && (found.mode & 0o300) !== 0o300)
    return failed(check, `${short} cannot be written (mode ${mode})`, `chmod 700 ${shell}`)
  const blocked = judgeBlocked(seen, short, home)
  if (blocked) return blocked
  if (kind === 'secret' && (found.mode & 0o077) !== 0)
    return failed(check, `${short} can be read by others (mode ${mode})`, `chmod 600 ${shell}`)
  return ok(check, `${short} · ${mode}`)
}

const ELSEWHERE = 'HOME=<a folder that can be written> kilo daemon start'

/** `short`: the path as it is shown. */
function judgeBlocked(
  { check, path, found, blocked }: Seen,
  short: string,
  home: string,
): Finding | undefined {
  if (!blocked) return undefined
  const { code, at } = blocked
  const [place, shell] = [shortPath(at, home), shellPath(at, home)]
  const what = at === path && found ? `${short} cannot be written` : `${short} cannot be made in ${place}`
  if (code === 'EROFS') return failed(check, `${what}: the disk is read-only`, ELSEWHERE)
  if (code === 'ENOTDIR') return failed(check, `${what}: it is not a folder`, ELSEWHERE)
  if (code === 'EACCES') return failed(check, `${what}: you may not write there`, `chmod u+wx ${shell}`)
  return failed(check, `${what} (${code})`, ELSEWHERE)
}
