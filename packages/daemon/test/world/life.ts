import { engineService } from '../../src/services/engine.ts'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import { stop } from '../../src/lifecycle/stop.ts'

/**
 * One command of the daemon's life as a program, `<start|restart|stop> <first port> <last port>`; it prints the answer as JSON, as the
 * real one does.
 */
const [, , action = '', first = '', last = ''] = process.argv
const ports = { first: Number(first), last: Number(last) }
const service = { ...engineService(), ports, graceMs: 1000 }
const commands: Record<string, () => Promise<object>> = {
  start: () => ensure(service),
  restart: () => restart(service),
  stop: () => stop(service),
}
process.stdout.write(`${JSON.stringify(await commands[action]?.())}\n`)
