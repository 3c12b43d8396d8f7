/** Notices at once when another program (the CLI, the engine's own) writes or removes the daemon's state file. */
import { watch } from 'node:fs'
import { basename } from 'node:path'

/** Calls `changed` soon after a change, once for a burst. Where the folder can't be watched, polling has to do. Returns how to stop. */
export function watchState(folder: string, file: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const name = basename(file)
  try {
    const watcher = watch(folder, { persistent: false }, (_event, about) => {
      if (about !== null && about !== name) return
      clearTimeout(timer)
      timer = setTimeout(changed, 30)
    })
    watcher.on('error', () => watcher.close())
    return () => {
      clearTimeout(timer)
      watcher.close()
    }
  } catch {
    return () => undefined
  }
}
