/** Files that agents are written in. The engine names an agent and not its file: so the folders are looked into that it reads agents from. */
import { dirname, isAbsolute, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readPlainFile, systemCode } from '@kilo-console/daemon'
import type { ConfigPlace } from '@kilo-console/engine/edge/configuration'
import type { AgentFile } from '../../shared/agents.ts'
import { mapLimit } from '../servers/map-limit.ts'

const SUBFOLDERS = ['agent', 'agents']
/** A prompt of a book's length. */
const MOST_BYTES = 256 * 1024
const MOST_LOOKS = 2000
const AT_ONCE = 4
const PATIENCE_MS = 3000

/** PURE: where files of that agent may be, in the order of their folders: the later one wins. */
export function agentPaths(places: readonly ConfigPlace[], name: string): string[] {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(name) || name.split('/').includes('..')) return []
  const folders = places
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ kind, path }) => {
      if (path === undefined || !isAbsolute(path)) return []
      if (kind === 'config-dir' || kind === 'managed-dir') return [path]
      return kind === 'global-file' ? [dirname(path)] : []
    })
  return [...new Set(folders)].flatMap((folder) => SUBFOLDERS.map((sub) => join(folder, sub, `${name}.md`)))
}

/** Never rejects: what can't be found in time is left out. A disk that does not answer holds up nobody but who asks again. */
export async function findAgentFiles(
  places: readonly ConfigPlace[],
  names: readonly string[],
): Promise<Map<string, AgentFile[]>> {
  const found = new Map<string, AgentFile[]>(names.map((name) => [name, []]))
  const looks = names.flatMap((name) => agentPaths(places, name).map((path) => ({ name, path })))
  const looking = mapLimit(AT_ONCE, looks.slice(0, MOST_LOOKS), async ({ name, path }) => {
    const file = await lookAt(path)
    if (file) found.get(name)?.push(file)
  })
  const late = new AbortController()
  await Promise.race([
    looking,
    setTimeout(PATIENCE_MS, undefined, { signal: late.signal }).catch(() => undefined),
  ])
  late.abort()
  // In the order of their folders, whichever was read first.
  for (const [name, files] of found) {
    const order = agentPaths(places, name)
    files.sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path))
  }
  return found
}

async function lookAt(path: string): Promise<AgentFile | undefined> {
  try {
    const file = await readPlainFile(path, { mostBytes: MOST_BYTES })
    if (file === 'no-file') return undefined
    return file === 'too-large' ? { path } : { path, text: file.bytes.toString('utf8') }
  } catch (error) {
    return systemCode(error) === 'EACCES' ? { path } : undefined
  }
}
