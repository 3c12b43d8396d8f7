import { lstatSync } from 'node:fs'
import { loginItem, thisMachine } from './place.ts'

/** The file by which the daemon starts at login; undefined when there is none. Reads nothing else. */
export function installedAutostart(): string | undefined {
  try {
    const { file } = loginItem(thisMachine())
    return lstatSync(file).isFile() ? file : undefined
  } catch {
    return undefined
  }
}
