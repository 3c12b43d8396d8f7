/** A folder for one prompt, with a configuration of its own that is laid over the user's, and sends the provider's requests through here. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTemporaryFolder, type TemporaryFolder } from '@kilo-console/daemon'
import { bagOf } from '@kilo-console/engine/edge/bounds'

interface Checked {
  provider: string
  /** What a file has of it. */
  own: Record<string, unknown>
  /** What is asked in the place of its address. */
  url: string | undefined
  /** Nobody else's is used, whatever files say. */
  isNew: boolean
}

/** Readable for this user alone: what is checked before it is saved may hold a key. */
export async function makeThrowaway(checked: Checked): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder('check')
  // By a name that Kilo's engine reads as well as opencode's.
  const file = join(folder.path, 'opencode.json')
  try {
    await writeFile(file, JSON.stringify(settingsFor(checked)), { mode: 0o600, flag: 'wx' })
    return folder
  } catch (error) {
    await folder.remove()
    throw error
  }
}

function settingsFor({ provider, own, url, isNew }: Checked): Record<string, unknown> {
  const options = { ...bagOf(own['options']), ...(url !== undefined && { baseURL: url }) }
  return {
    snapshot: false,
    share: 'disabled',
    ...(isNew && { enabled_providers: [provider] }),
    provider: { [provider]: { ...own, options } },
  }
}
