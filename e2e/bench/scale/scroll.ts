/** From the newest message of a long session to its first one, by the wheel. */
import type { Page } from '@playwright/test'
import { watchWork, workOf } from './watch-work.ts'

export interface ScrollFigures {
  page: string
  seconds: number
  /** Tasks above 50 ms: how many, and the longest, milliseconds. */
  longTasks: number
  longestTaskMs: number
  /** Elements in the document at once, at most. */
  elements: number
  /** Whether the first message was reached. */
  whole: boolean
}

interface Scroller {
  top: number
  elements: number
}

const WHEEL = -4000
const BEAT_MS = 60
/** At the top for this long: nothing older comes. */
const REST_MS = 15_000
const MOST_MS = 240_000

/** `first`: words of the first message. */
export async function scrollToBeginning(page: Page, name: string, first: string): Promise<ScrollFigures> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.mouse.move(width / 2, height / 2)
  await watchWork(page)
  const begun = performance.now()
  let [reached, elements] = [begun, 0]
  for (let now = begun; now - reached < REST_MS && now - begun < MOST_MS; now = performance.now()) {
    await page.mouse.wheel(0, WHEEL)
    await page.waitForTimeout(BEAT_MS)
    const seen = await page.evaluate(lookAtScroller)
    elements = Math.max(elements, seen.elements)
    if (seen.top > 1) reached = performance.now()
    else if (await isThere(page, first)) break
  }
  const { longTasks } = await workOf(page)
  return {
    page: name,
    seconds: (reached - begun) / 1000,
    longTasks: longTasks.length,
    longestTaskMs: Math.max(0, ...longTasks),
    elements,
    whole: await isThere(page, first),
  }
}

/** Costs as much as the document is long: it is asked at the top alone. */
const isThere = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((words) => document.body.textContent.includes(words), words)

/** What scrolls in the middle of the window, the longest of it. */
function lookAtScroller(): Scroller {
  const scrolls = (element: Element) =>
    element.scrollHeight > element.clientHeight + 1 &&
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
  let scroller: Element | undefined
  let at = document.elementFromPoint(innerWidth / 2, innerHeight / 2)
  for (; at; at = at.parentElement)
    if (scrolls(at) && at.scrollHeight > (scroller?.scrollHeight ?? 0)) scroller = at
  return {
    top: scroller?.scrollTop ?? 0,
    elements: document.getElementsByTagName('*').length,
  }
}
