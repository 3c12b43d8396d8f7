/** The host's time as a signal. All readers of one step share one timer, which runs only while somebody reads. */
import { createSignal, getOwner, onCleanup, type Accessor } from 'solid-js'
import { hostNow, onHostTimeCorrected } from '../clock/host-time.ts'

interface Ticker {
  now: Accessor<number>
  readers: number
  tick(): void
  start(): void
  stop(): void
}

const tickers = new Map<number, Ticker>()

// Between two steps of a slow clock a reader would look at the wrong minute.
onHostTimeCorrected(() => tickers.forEach((ticker) => ticker.tick()))

const makeTicker = (stepMs: number): Ticker => {
  const [now, setNow] = createSignal(hostNow())
  const tick = () => void setNow(hostNow())
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    now,
    readers: 0,
    tick,
    start() {
      tick()
      timer = setInterval(tick, stepMs)
    },
    stop: () => clearInterval(timer),
  }
}

/** Unix milliseconds of the host's clock, renewed every `stepMs` for as long as the calling owner lives. */
export const createNow = (stepMs: number): Accessor<number> => {
  let ticker = tickers.get(stepMs)
  if (!ticker) tickers.set(stepMs, (ticker = makeTicker(stepMs)))
  const shared = ticker
  if (!getOwner()) return shared.now
  if ((shared.readers += 1) === 1) shared.start()
  onCleanup(() => {
    if ((shared.readers -= 1) === 0) shared.stop()
  })
  return shared.now
}
