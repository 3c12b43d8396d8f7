/** A folder for one prompt, with a configuration of its own that is laid over the user's, and sends the provider's requests through here. */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Throwaway {
  path: string
  remove(): Promise<void>
}

/** Readable for this user alone: what is checked before it is saved may hold a key. */
export async function makeThrowaway(settings: Record<string, unknown>): Promise<Throwaway> {
  const path = await mkdtemp(join(await realpath(tmpdir()), 'kilo-check-'))
  // By a name that Kilo's engine reads as well as opencode's.
  await writeFile(join(path, 'opencode.json'), JSON.stringify(settings), { mode: 0o600, flag: 'wx' })
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
