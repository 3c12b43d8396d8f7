import { lstatSync } from 'node:fs'
import { loginItem, thisMachine } from './place.ts'

export interface Autostart {
  file: string
  /** The platform was told of the file, as far as the disk shows it. */
  enabled: boolean
}

/** By what the daemon starts at login; undefined when there is no such file. Costs two looks at the disk. */
export function installedAutostart(): Autostart | undefined {
  try {
    const { file, links } = loginItem(thisMachine())
    if (!lstatSync(file).isFile()) return undefined
    return { file, enabled: links.every(isThere) }
  } catch {
    return undefined
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
