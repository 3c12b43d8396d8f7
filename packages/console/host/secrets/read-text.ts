import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Of one file; larger ones are no configuration, and no key. */
const MOST_BYTES = 1 << 20

/** What stands in an ordinary file. Never rejects: undefined for all else, and for what has no end, whatever size it claims. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    // A pipe without a writer would hold up who opens it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      if (!(await file.stat()).isFile()) return undefined
      const bytes = Buffer.allocUnsafe(MOST_BYTES + 1)
      let length = 0
      for (let read = -1; read !== 0 && length < bytes.length; length += read)
        read = (await file.read(bytes, length, bytes.length - length)).bytesRead
      return length > MOST_BYTES ? undefined : bytes.toString('utf8', 0, length)
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}
