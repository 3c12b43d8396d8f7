/**
 * Looks at files of which some may be on a disk that has gone away: a read of that is held up for ever, in one of the four threads that all files of the
 * host are read with. So nobody waits for it, it is not begun again, and no more than two files are looked at at once.
 */
import type { FileLook } from './file-look.ts'

/** Never rejects. When `deadline` is over: that the disk doesn't answer. */
export type LookAtFile = (path: string, deadline: AbortSignal) => Promise<FileLook>

const AT_ONCE = 2

const LATE: FileLook = { found: 'unreadable', why: 'The disk doesn’t answer.' }
const UNTRIED: FileLook = {
  found: 'unreadable',
  why: 'It was not looked at: the disk of another doesn’t answer.',
}

export function makeLooker(look: (path: string) => Promise<FileLook>): LookAtFile {
  const pending = new Map<string, Promise<FileLook>>()
  /** Those that somebody has waited for in vain. */
  const hanging = new Set<string>()

  function begin(path: string): Promise<FileLook> {
    const looking = look(path).finally(() => {
      pending.delete(path)
      hanging.delete(path)
    })
    pending.set(path, looking)
    return looking
  }

  return async (path, deadline) => {
    while (!pending.has(path) && pending.size >= AT_ONCE) {
      const others = [...pending].flatMap(([each, looking]) => (hanging.has(each) ? [] : [looking]))
      if (others.length === 0 || !(await inTime(Promise.race(others), deadline))) return UNTRIED
    }
    if (hanging.has(path)) return LATE
    const found = await inTime(pending.get(path) ?? begin(path), deadline)
    if (!found && pending.has(path)) hanging.add(path)
    return found ?? LATE
  }
}

function inTime<T>(looking: Promise<T>, deadline: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const end = () => {
      deadline.removeEventListener('abort', end)
      resolve(undefined)
    }
    if (deadline.aborted) return end()
    deadline.addEventListener('abort', end)
    looking.then(resolve, reject).finally(() => deadline.removeEventListener('abort', end))
  })
}
