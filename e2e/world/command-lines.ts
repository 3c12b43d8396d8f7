/** What every user of the machine can read of every process: its arguments. Linux only. */
import { readdir, readFile } from 'node:fs/promises'

/** Looks again and again until it is stopped; gives all that was seen. Two looks lie a few milliseconds apart. */
export function watchCommandLines(): { stop(): Promise<string[]> } {
  const seen = new Set<string>()
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      const names = await readdir('/proc')
      const pids = names.filter((name) => /^\d+$/.test(name))
      const lines = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
      for (const line of await Promise.all(lines)) seen.add(line.replaceAll('\0', ' '))
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
