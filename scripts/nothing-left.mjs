/**
 * For vitest: fails a run that leaves processes behind, and ends them. What the tests start carries the run's mark in its environment.
 * Linux; elsewhere nothing is found.
 */
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const VARIABLE = 'KILO_TEST_RUN'
/** What was told to end may take so long. */
const PATIENCE_MS = 5000

export default function setup() {
  const mark = `${VARIABLE}=${randomUUID()}`
  process.env[VARIABLE] = mark.slice(VARIABLE.length + 1)
  return async () => {
    const deadline = performance.now() + PATIENCE_MS
    let left = await findMarked(mark)
    while (left.length > 0 && performance.now() < deadline) {
      await sleep(100)
      left = await findMarked(mark)
    }
    if (left.length === 0) return
    for (const { pid } of left) process.kill(pid, 'SIGKILL')
    // Vitest prints what is thrown here, and ends well all the same.
    process.exitCode = 1
    throw new Error(`left behind by the tests:\n${left.map(({ pid, args }) => `${pid} ${args}`).join('\n')}`)
  }
}

/** Without our own children: those are the runner's, and end with it. */
async function findMarked(mark) {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const read = (pid, file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
  const found = await Promise.all(
    pids.map(async (pid) => {
      if (!(await read(pid, 'environ')).split('\0').includes(mark)) return []
      const parent = Number(/^PPid:\s*(\d+)/m.exec(await read(pid, 'status'))?.[1])
      const args = (await read(pid, 'cmdline')).split('\0').join(' ').trim()
      return parent === process.pid ? [] : [{ pid: Number(pid), args }]
    }),
  )
  return found.flat()
}
