import { appendFileSync, existsSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from '../../src/lock/lock.ts'

/** Takes the lock, and says in the journal whether anybody else was inside. `hold` prints and waits to be told to go on. */
const [, , file = '', journal = '', mode = 'work', stallMs = '60000'] = process.argv
const inside = `${journal}.inside`

try {
  await withLock(file, { stallMs: Number(stallMs), timeoutMs: 60_000 }, async (lock) => {
    if (mode === 'hold') {
      process.stdout.write('holding\n')
      await new Promise((resolve) => process.stdin.once('data', resolve))
    } else {
      const alone = !existsSync(inside)
      writeFileSync(inside, String(process.pid))
      await sleep(2)
      appendFileSync(journal, alone ? 'alone\n' : 'together\n')
      unlinkSync(inside)
    }
    await lock.assertHeld()
  })
  process.stdout.write('done\n')
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`)
}
process.stdin.unref()
