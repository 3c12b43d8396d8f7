import { lstat, readlink, stat } from 'node:fs/promises'
import { constants, type Stats } from 'node:fs'
import { kiloPaths } from '@kilo-console/daemon'
import { failed, ok, type Finding, warning } from './finding.ts'
import { shellPath, shortPath } from './print.ts'

/** `secret`: a file that holds or may hold one. */
type Kind = 'folder' | 'secret'

export interface Seen {
  check: string
  path: string
  kind: Kind
  /** Undefined: there is nothing. */
  found: Pick<Stats, 'mode' | 'uid' | 'size'> | undefined
  /** Where it points to, if it is a link. */
  target?: string
}

export async function examinePaths(): Promise<Finding[]> {
  const {
    state,
    data,
    config,
    log,
    daemonFile,
    consoleFile,
    daemonLog,
    sessionsFile,
    credentialsFile,
    home,
  } = kiloPaths()
  const named: [string, string, Kind][] = [
    ['state folder', state, 'folder'],
    ['data folder', data, 'folder'],
    ['config folder', config, 'folder'],
    ['log folder', log, 'folder'],
    ['daemon state', daemonFile, 'secret'],
    ['console state', consoleFile, 'secret'],
    ['logins', sessionsFile, 'secret'],
    ['passwords', credentialsFile, 'secret'],
    ['daemon log', daemonLog, 'secret'],
  ]
  const seen = await Promise.all(named.map(([check, path, kind]) => look(check, path, kind)))
  return seen.map((one) => judgePath(one, process.getuid?.(), home))
}

async function look(check: string, path: string, kind: Kind): Promise<Seen> {
  const found = await lstat(path).catch(() => undefined)
  if (!found?.isSymbolicLink()) return { check, path, kind, found }
  const target = await readlink(path).catch(() => '')
  // Who may write in a linked folder is what its target says.
  return {
    check,
    path,
    kind,
    found: kind === 'folder' ? await stat(path).catch(() => undefined) : found,
    target,
  }
}

/** PURE. `uid` undefined: a platform without owners and modes. */
export function judgePath(
  { check, path, kind, found, target }: Seen,
  uid: number | undefined,
  home: string,
): Finding {
  const [name, shell] = [shortPath(path, home), shellPath(path, home)]
  if (target !== undefined && kind === 'secret')
    return warning(check, `${name} is a link to ${target}, and is not followed`, `rm ${shell}`)
  const short = target === undefined ? name : `${name} -> ${shortPath(target, home)}`
  if (!found && target !== undefined) return failed(check, `${short}, which is not there`, `rm ${shell}`)
  if (!found) return ok(check, `${short} · not there yet`)
  if (uid === undefined) return ok(check, short)
  const mode = (found.mode & 0o777).toString(8)
  if (kind === 'folder' && (found.mode & constants.S_IFMT) !== constants.S_IFDIR)
    return failed(check, `${short} is not a folder`, `rm ${shell}`)
  if (found.uid !== uid)
    return failed(check, `${short} belongs to user ${found.uid}`, `sudo chown ${uid} ${shell}`)
  if (kind === 'folder' && (found.mode & 0o002) !== 0)
    return failed(check, `${short} can be changed by everyone (mode ${mode})`, `chmod 700 ${shell}`)
  if (kind === 'folder' && (found.mode & 0o300) !== 0o300)
    return failed(check, `${short} cannot be written (mode ${mode})`, `chmod 700 ${shell}`)
  if (kind === 'secret' && (found.mode & 0o077) !== 0)
    return failed(check, `${short} can be read by others (mode ${mode})`, `chmod 600 ${shell}`)
  return ok(check, `${short} · ${mode}`)
}
