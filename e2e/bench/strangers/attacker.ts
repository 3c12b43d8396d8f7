/** Runs a piece of an attack as another user of this machine. Only root can become one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** `nobody` of Debian and of most others; any user that is not us would do. */
const STRANGER = { uid: 65_534, gid: 65_534 }

export interface Attack<Result> {
  /** Ends it, and answers what it has counted. */
  result(): Promise<Result>
}

/**
 * `attack` is sent as text and must not use anything from around it. It gets `input`, and a promise that resolves when it is to stop; what it
 * returns is the result. Resolves once it says that it is `ready`.
 */
export async function startAttack<Input, Result>(
  attack: (input: Input, ready: () => void, stopped: Promise<void>) => Promise<Result>,
  input: Input,
): Promise<Attack<Result>> {
  const program = `
    const { createInterface } = require('node:readline')
    const lines = createInterface({ input: process.stdin })
    let begun = false, stop
    const stopped = new Promise((resolve) => { stop = resolve })
    lines.on('close', () => stop())
    lines.on('line', async (line) => {
      if (begun) return stop()
      begun = true
      const result = await (${attack.toString()})(JSON.parse(line), () => console.log('ready'), stopped)
      console.log(JSON.stringify(result))
      process.exit(0)
    })`
  const child = spawn(process.execPath, ['-e', program], {
    ...STRANGER,
    cwd: '/',
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let printed = ''
  const closed = once(child, 'close')
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += String(chunk)
      if (printed.includes('ready\n')) resolve()
    })
    child.once('close', (code) => reject(new Error(`the attacker ended with ${code}`)))
  })
  child.stdin.write(`${JSON.stringify(input)}\n`)
  await ready
  return {
    async result() {
      child.stdin.end('stop\n')
      await closed
      return JSON.parse(printed.replace('ready\n', '')) as Result
    },
  }
}
