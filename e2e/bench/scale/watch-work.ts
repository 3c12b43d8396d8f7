/** What the page's main thread does, seen from inside it: sent as text, so that all it needs is inside each function. */
import type { Page } from '@playwright/test'

export interface Work {
  /** Tasks above 50 ms, each in milliseconds. */
  longTasks: number[]
  frames: number
  /** From the key to the first moment after the frame that shows its letter, milliseconds. */
  keysMs: number[]
}

type Watching = typeof globalThis & { work: Work }

/** Begins anew: what was counted before is forgotten. */
export const watchWork = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const isFirst = !('work' in globalThis)
    const work: Work = { longTasks: [], frames: 0, keysMs: [] }
    Object.assign(globalThis, { work })
    if (!isFirst) return
    const now = () => (globalThis as Watching).work
    new PerformanceObserver((list) => {
      now().longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))
    }).observe({ type: 'longtask' })
    const count = () => {
      now().frames += 1
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    const note = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => now().keysMs.push(performance.now() - timeStamp))
        port1.start()
        port2.postMessage('')
      })
    addEventListener('keydown', note, { capture: true })
  })

export const workOf = (page: Page): Promise<Work> => page.evaluate(() => (globalThis as Watching).work)
