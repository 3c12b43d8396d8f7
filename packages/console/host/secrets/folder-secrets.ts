/**
 * Keeps up what folders' own files of settings tell, read here: an engine that opens a folder for the first time says it too late, and what was written there
 * just now only when it reads the folder anew. One folder at a time: a disk that does not answer holds up one thread, and nobody for long.
 */
import { isAbsolute } from 'node:path'
import { inTime } from '../http/in-time.ts'
import { filesOfFolder } from './folder-files.ts'
import { readText } from './read-text.ts'

/** Milliseconds. */
const PATIENCE_MS = 1000
const MOST_FOLDERS = 500
/** Of all files of one folder. */
const MOST_LETTERS = 1 << 20

/** Looks for changes in a folder whenever it is called for one, and never rejects. `learn`: is told each text that is new. */
export function makeFolderSecrets(
  learn: (text: string) => void,
  filesOf = filesOfFolder,
  patienceMs = PATIENCE_MS,
): (directory: string) => Promise<void> {
  const stamps = new Map<string, string>()
  /** Looks that have not begun: what was written before is seen by them. */
  const waiting = new Map<string, Promise<void>>()
  let last: Promise<void> = Promise.resolve()
  let isLate = false

  async function look(directory: string): Promise<void> {
    waiting.delete(directory)
    const files = await filesOf(directory)
    const stamp = JSON.stringify(files)
    if (stamps.get(directory) === stamp) return
    let room = MOST_LETTERS
    for (const { file } of files) {
      const text = (await readText(file)) ?? ''
      if (text.length <= room) learn(text)
      room -= text.length
    }
    if (stamps.size >= MOST_FOLDERS) stamps.clear()
    stamps.set(directory, stamp)
  }

  function later(directory: string): Promise<void> {
    const looking = last
      .then(() => look(directory))
      .catch(() => undefined)
      .finally(() => (isLate = false))
    waiting.set(directory, looking)
    last = looking
    return looking
  }

  return async (directory) => {
    const begun = waiting.get(directory)
    if (!isAbsolute(directory) || (!begun && waiting.size >= MOST_FOLDERS)) return
    const looking = begun ?? later(directory)
    if (!isLate && !(await inTime(looking, patienceMs))) isLate = true
  }
}
