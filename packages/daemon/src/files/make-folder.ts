import { chmod, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode } from '../errors.ts'

/**
 * Makes a folder and what is missing above it, each 0700 whatever the umask. One that is there stays as it is. Rejects with the system's
 * error. Node's own recursive mkdir never ends where the parent exists and takes no folders (`/proc`, measured on Node 20).
 */
export async function makeFolder(path: string): Promise<void> {
  for (const folder of await missingFolders(path)) {
    try {
      await mkdir(folder, { mode: 0o700 })
      await chmod(folder, 0o700)
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
    }
  }
}

/** From the top down. */
async function missingFolders(path: string): Promise<string[]> {
  const missing: string[] = []
  for (let folder = path; !(await exists(folder)); folder = dirname(folder)) missing.unshift(folder)
  return missing
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return dirname(path) === path
    throw error
  }
}
