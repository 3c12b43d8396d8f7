/**
 * Many long sessions, one after the other in one page: what it has in memory meanwhile. The page keeps what was closed within the last minute:
 * a machine that opens all of them in that time holds all of them at the end.
 */
import type { CDPSession, Page } from '@playwright/test'

export interface HeapFigures {
  sessions: number
  /** After a forced collection, bytes: with the first session open, the one in the middle, the last one. */
  heap: number[]
}

/** Rows and not texts are awaited: the driver's own search for a text allocates 300 MB. */
export async function openInTurn(page: Page, ids: readonly string[]): Promise<HeapFigures> {
  const cdp = await page.context().newCDPSession(page)
  const after: number[] = []
  for (const id of ids) {
    await page.locator(`nav a[href$="/sessions/${id}"], aside a[href$="/sessions/${id}"]`).first().click()
    await page.waitForFunction(showsRowsOf, id, { timeout: 60_000 })
    after.push(await heapOf(cdp))
  }
  await cdp.detach()
  const [first = 0, middle = 0, last = 0] = [after[0], after[Math.floor(after.length / 2)], after.at(-1)]
  return { sessions: ids.length, heap: [first, middle, last] }
}

function showsRowsOf(id: string): boolean {
  const rows = [...document.querySelectorAll('[data-message]')]
  return location.pathname.endsWith(id) && rows.filter((row) => row.childElementCount > 0).length >= 4
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize
}
