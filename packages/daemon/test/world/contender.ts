import { once } from 'node:events'
import { consoleHostService } from '../../src/services/console-host.ts'
import { engineService } from '../../src/services/engine.ts'
import { KiloError } from '../../src/errors.ts'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import type { Service } from '../../src/services/service.ts'
import type { ServiceState } from '../../src/state/state.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import type { Order, Step } from './contenders.ts'
import type { Launch } from '../../src/process/spawn.ts'

/**
 * One command as a process of its own, that can be made to halt at a step of it: the steps are what a service is asked for on the way.
 * It prints the step when it halts, and its answer as one line of JSON at its end.
 */
const order = JSON.parse(process.argv[2] ?? '{}') as Order
const { action, ports, host, halt, stallMs, patienceMs = 600, uid } = order
const options = { patienceMs, startMs: 20_000, ...(stallMs === undefined ? {} : { stallMs }) }

if (uid !== undefined) {
  // Now, while they can be read for certain: this tree may lie in root's home.
  await Promise.all([import('fs-native-extensions'), import('proper-lockfile')])
  process.setgid?.(uid)
  process.setuid?.(uid)
}

async function act(): Promise<object> {
  const service = haltingAt(host === undefined ? engine() : consoleHost(host))
  if (action === 'stop') return stop(service, options)
  const { started, reused, replaced, state } = await (action === 'start' ? ensure : restart)(service, options)
  return { started, reused, replaced, pid: state.pid }
}

function engine(): Service {
  return { ...engineService(), ports, graceMs: 1000 }
}

function consoleHost(main: string): Service {
  return { ...consoleHostService({ main, version: '1.0.0', health: '/health' }), ports }
}

// A file that may not grow is to be an error, not the end.
process.on('SIGXFSZ', () => undefined)

let launched = false
let halted = false

function haltingAt(service: Service): Service {
  return {
    ...service,
    launch: async (...args): Promise<Launch> => {
      await reach('launch', true)
      launched = true
      return service.launch(...args)
    },
    record: (...args): ServiceState => {
      if (launched) void reach('spawned')
      return service.record(...args)
    },
    health: (...args) => {
      if (launched) void reach('recorded')
      return service.health(...args)
    },
    busy: async (...args) => {
      await reach('replace', true)
      return service.busy(...args)
    },
  }
}

async function reach(step: Step, canWait = false): Promise<void> {
  // Once: on a port that was taken meanwhile it starts again.
  if (halted || halt?.at !== step) return
  halted = true
  process.stdout.write(`${step}\n`)
  if (halt.how !== 'wait') process.kill(process.pid, halt.how)
  else if (canWait) await once(process.stdin, 'data')
}

const answer = await act().catch((error: unknown) => {
  if (!(error instanceof KiloError)) throw error
  return { error: { code: error.code, message: error.message, hint: error.hint } }
})
process.stdout.write(`${JSON.stringify(answer)}\n`)
process.stdin.unref()
