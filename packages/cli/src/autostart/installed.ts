import { lstat } from 'node:fs/promises'
import { loginItem, thisMachine } from './place.ts'

/** The file by which the daemon starts at login; undefined when there is none. Reads nothing else. */
export async function installedAutostart(): Promise<string | undefined> {
  try {
    const { file } = loginItem(thisMachine())
    return (await lstat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}
