import { readWorkingFolder } from '../process/proc.ts'
import { findTerminals } from './terminals.ts'

/**
 * Where the terminals of an engine are, by the engine's names for them: the folder that the shell is in now, undefined when that cannot be
 * read. The engine itself tells of terminals only folder by folder. Undefined where the platform does not tell (no /proc).
 */
export async function terminalFolders(engine: number): Promise<Map<string, string | undefined> | undefined> {
  if (process.platform !== 'linux') return undefined
  const terminals = await findTerminals({ pid: engine })
  const folders = terminals.map(async ({ ptyID, shell }): Promise<[string, string | undefined]> => [
    ptyID,
    await readWorkingFolder(shell.pid),
  ])
  return new Map(await Promise.all(folders))
}
