/** Halts what floods a terminal of the managed daemon, whether or not a page is open (faults.md 75). Linux; elsewhere it sees no terminal. */
import { findTerminals, makeOutputMeter } from '@kilo-console/daemon'
import type { FloodAction, TerminalFlood } from '../../shared/api.ts'
import type { Target } from '../http/proxy.ts'
import { askForAnswer } from './ask-for-answer.ts'
import { makeFloodWatch } from './flood-watch.ts'
import { HaltedTerminals } from './halted.ts'

/** `yes` makes an engine grow by 300 MB a second and more. */
const BUSY_MS = 20
const CALM_MS = 250
/** Listing the processes costs milliseconds: so often, while something floods or not, as long as the engine reads next to nothing. */
const LIST_BUSY_MS = 200
const LIST_CALM_MS = 2000
/** Reads or growth of the engine that are worth a list at once. */
const MUCH_BYTES = 64 << 10
const GROWTH_BYTES = 16 << 20

export interface TerminalGuard {
  /** As they stand in the server's entry; nothing without any. */
  floods(): { floods?: TerminalFlood[] }
  /** False: that terminal is not halted. */
  act(ptyID: string, action: FloodAction): Promise<boolean>
  dispose(): void
}

/** `engine`: the managed daemon as it was proven last, null without one. `changed`: others are halted than before. */
export function makeTerminalGuard(engine: () => Target | null, changed: () => void): TerminalGuard {
  const meter = makeOutputMeter()
  const watch = makeFloodWatch()
  const word = askForAnswer((askedAt) => watch.answered(askedAt))
  const halted = new HaltedTerminals({ changed, continued: (ptyID) => watch.continued(ptyID) })
  let listedAt = Number.NEGATIVE_INFINITY
  let rssBefore = 0

  async function look(): Promise<void> {
    const target = engine()
    const pid = target?.owner.pid
    const now = pid === undefined ? undefined : meter.look(pid)
    if (!target || pid === undefined || !now) return halted.takeUp([])
    const at = performance.now()
    const isMuch = now.readBytes >= MUCH_BYTES || now.rssBytes - rssBefore >= GROWTH_BYTES
    if (!isMuch && at - listedAt < (watch.isBusy() ? LIST_BUSY_MS : LIST_CALM_MS)) return
    rssBefore = now.rssBytes
    listedAt = at
    const terminals = await findTerminals({ ...target.owner, pid })
    await halted.takeUp(terminals)
    const printed = meter.printed(terminals)
    const acts = watch.look({ at, rssBytes: now.rssBytes, printed: bytesOf(printed) })
    for (const terminal of terminals) {
      const act = acts.get(terminal.ptyID)
      const most = printed.get(terminal.ptyID)
      if (act && most) await halted.carryOut(act, terminal, most.group)
    }
    if (watch.isBusy()) word.ask(target)
  }

  const loop = makeLoop(look, () => (watch.isBusy() ? BUSY_MS : CALM_MS))
  return {
    floods: () => (halted.held().length > 0 ? { floods: halted.held() } : {}),
    act: (ptyID, action) => loop.between(() => halted.letGo(ptyID, action === 'interrupt' ? ['SIGINT'] : [])),
    dispose() {
      loop.dispose()
      word.dispose()
      halted.dispose()
    },
  }
}

const bytesOf = (printed: ReadonlyMap<string, { bytes: number }>) =>
  new Map([...printed].map(([ptyID, { bytes }]) => [ptyID, bytes]))

/** Repeats the work, so long after each end. `between`: never while it is done. */
function makeLoop(work: () => Promise<void>, pauseMs: () => number) {
  let turn: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let isDisposed = false
  function run(): void {
    // What cannot be looked at now is looked at next time.
    turn = turn
      .then(work)
      .catch(() => undefined)
      .finally(() => {
        if (!isDisposed) timer = setTimeout(run, pauseMs()).unref()
      })
  }
  run()
  return {
    between<T>(other: () => Promise<T>): Promise<T> {
      const done = turn.then(other)
      turn = done.catch(() => undefined)
      return done
    },
    dispose() {
      isDisposed = true
      clearTimeout(timer)
    },
  }
}
