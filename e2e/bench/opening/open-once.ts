/** One opening of a page in a browser that has seen nothing yet. */
import type { Browser, BrowserContext } from '@playwright/test'
import { measureLoad } from '../../first-load.ts'
import { NEWEST_WORDS } from './long-session.ts'
import { watchPage, type Watched } from './watch-page.ts'

export interface Opening {
  usableMs: number
  newestMs: number
  longestTaskMs: number
  /** What the page's main thread worked in all, which says less of the machine than the time does. */
  workMs: number
  requests: number
  bytes: number
  /** Each request with its bytes: to see what there is to save. */
  list: string[]
}

/** What is loaded this long after all that was awaited still belongs to the opening. */
const AFTER_MS = 1000

export interface OpeningOf {
  url: string
  /** The login that the browser has already. */
  storage?: StorageState
  /** How many messages the page builds, some of them when it has nothing better to do: all are awaited. */
  rows?: number
}

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

export async function openOnce(browser: Browser, { url, storage, rows = 0 }: OpeningOf): Promise<Opening> {
  const context = await browser.newContext(storage ? { storageState: storage } : {})
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    await page.addInitScript(watchPage, NEWEST_WORDS)
    const load = await measureLoad(page, async () => {
      await page.goto(url, { waitUntil: 'commit' })
      await page.waitForFunction(isDone, rows, { polling: 200, timeout: 60_000 })
      await page.evaluate(untilIdle)
      await page.waitForTimeout(AFTER_MS)
    })
    const { metrics } = await cdp.send('Performance.getMetrics')
    const work = metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN
    const { usable = Number.NaN, newest = Number.NaN, longTasks } = await page.evaluate(readSeen)
    return {
      usableMs: usable,
      newestMs: newest,
      longestTaskMs: Math.max(0, ...longTasks),
      workMs: work * 1000,
      requests: load.requests.length,
      bytes: load.requests.reduce((sum, { encodedBytes }) => sum + encodedBytes, 0),
      list: load.requests.map((request) => `${request.encodedBytes} ${request.url}`),
    }
  } finally {
    await context.close()
  }
}

type Seen = typeof globalThis & { openingSeen: Watched }

const readSeen = () => (globalThis as Seen).openingSeen

/** Rows far above the window are empty boxes: it is done when those in sight, and on the screen above, have their content. */
function isDone(rows: number): boolean {
  const { usable, newest } = (globalThis as Seen).openingSeen
  const built = [...document.querySelectorAll('[data-message]')]
  const isMissing = (row: Element) =>
    row.childElementCount === 0 && row.getBoundingClientRect().bottom > -window.innerHeight
  return usable !== undefined && newest !== undefined && built.length >= rows && !built.some(isMissing)
}

/** What waits for an idle page, as the list of models does, has been asked for then. */
const untilIdle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()))
