/** The time as a signal. All readers of one step share one timer, which runs only while somebody reads. */
import { createSignal, getOwner, onCleanup, type Accessor } from 'solid-js'

interface Ticker {
  now: Accessor<number>
  readers: number
  start(): void
  stop(): void
}

const tickers = new Map<number, Ticker>()

const makeTicker = (stepMs: number): Ticker => {
  const [now, setNow] = createSignal(Date.now())
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    now,
    readers: 0,
    start() {
      setNow(Date.now())
      timer = setInterval(() => setNow(Date.now()), stepMs)
    },
    stop: () => clearInterval(timer),
  }
}

/** Unix milliseconds, renewed every `stepMs` for as long as the calling owner lives. */
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
