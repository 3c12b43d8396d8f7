/** What every user of the machine can read of every process: its arguments. Linux only. */
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** No program is loaded, and ends, in between; without a pause the looking alone keeps a core busy. */
const PAUSE_MS = 10

/** Looks again and again until it is stopped; gives all that was seen. */
export function watchCommandLines(): { stop(): Promise<string[]> } {
  const seen = new Set<string>()
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      const names = await readdir('/proc')
      const pids = names.filter((name) => /^\d+$/.test(name))
      const lines = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
      for (const line of await Promise.all(lines)) seen.add(line.replaceAll('\0', ' '))
      await sleep(PAUSE_MS)
    }
  })()
  return {
    async stop() {
      over.abort()
      await watching
      return [...seen]
    },
  }
}
