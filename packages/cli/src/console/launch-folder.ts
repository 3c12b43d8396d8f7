import { statSync } from 'node:fs'

/** The folder that the command was run in: new sessions begin there. Undefined when it is gone, or may not be looked at. */
export function launchFolder(): string | undefined {
  try {
    const folder = process.cwd()
    return statSync(folder).isDirectory() ? folder : undefined
  } catch {
    return undefined
  }
}

/** Behind the `#`, like the ticket: no server and no log sees it. */
export function withFolder(url: string, folder: string | undefined): string {
  return folder === undefined ? url : `${url}&folder=${encodeURIComponent(folder)}`
}
