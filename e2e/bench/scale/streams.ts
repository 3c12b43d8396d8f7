/** Many answers at once, one of them on the page, while somebody types. */
import type { Page } from '@playwright/test'
import { median } from '../compare.ts'
import { watchWork, workOf } from './watch-work.ts'

export interface StreamFigures {
  streams: number
  /** Pieces of all answers together that the model sent in a second. */
  deltasPerSecond: number
  /** Of the main thread, between 0 and 1. */
  idle: number
  framesPerSecond: number
  longestTaskMs: number
  /** From a key to the frame that shows its letter: the first, and the median of all. */
  firstKeyMs: number
  keyMs: number
}

const SECONDS = 10
const LETTERS = 'what did the tests say about the search of notes'

export async function typeBeside(
  page: Page,
  streams: number,
  countDeltas: () => number,
): Promise<StreamFigures> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const taskSeconds = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  await page.getByRole('textbox', { name: 'Prompt' }).focus()
  await watchWork(page)
  const [begun, worked, said] = [performance.now(), await taskSeconds(), countDeltas()]
  for (const letter of LETTERS) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout((SECONDS * 1000) / LETTERS.length)
  }
  const seconds = (performance.now() - begun) / 1000
  const [work, busy] = [await workOf(page), (await taskSeconds()) - worked]
  await cdp.detach()
  return {
    streams,
    deltasPerSecond: (countDeltas() - said) / seconds,
    idle: 1 - busy / seconds,
    framesPerSecond: work.frames / seconds,
    longestTaskMs: Math.max(0, ...work.longTasks),
    firstKeyMs: work.keysMs[0] ?? Number.NaN,
    keyMs: median(work.keysMs),
  }
}
