import { readFile } from 'node:fs/promises'
import { systemCode } from '../../src/errors.ts'
import { listStats, readArguments, readEnvironment } from '../../src/process/proc.ts'
import type { Service } from '../../src/services/service.ts'

/** What is so, found without the code under test: the process table and the file's own bytes. */

/** Pids of the daemons that were spawned for this service's state file: each leads a session and is called `serve`. */
export async function managedDaemons(service: Pick<Service, 'paths'>): Promise<number[]> {
  const leaders = (await listStats()).filter(({ dead, session, pid }) => !dead && session === pid)
  const found = await Promise.all(
    leaders.map(async ({ pid }) => {
      const [args, env] = await Promise.all([readArguments(pid), readEnvironment(pid)])
      const mark = env?.get('KILO_CONSOLE_SERVICE') ?? ''
      return args?.includes('serve') === true && mark.includes(JSON.stringify(service.paths.state))
    }),
  )
  return leaders.flatMap(({ pid }, index) => (found[index] ? [pid] : []))
}

/** `torn`: there, and no whole JSON. */
export async function fileOf(service: Pick<Service, 'paths'>): Promise<'absent' | 'whole' | 'torn'> {
  try {
    JSON.parse(await readFile(service.paths.state, 'utf8'))
    return 'whole'
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'absent'
    if (error instanceof SyntaxError) return 'torn'
    throw error
  }
}
