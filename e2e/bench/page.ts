/** What the browser loads until the console is connected. */
import { chromium, expect } from '@playwright/test'
import { browserOptions } from '../browser.ts'
import { measureFirstLoad } from '../first-load.ts'
import { rosterOf } from '../models/roster.ts'
import { launchConsole } from '../world/launch.ts'
import type { World } from '../world/world.ts'

export interface PageFigures {
  /** Bytes on the wire. */
  codeBytes: number
  allBytes: number
  requests: number
}

export async function measurePage(world: World): Promise<PageFigures> {
  const browser = await chromium.launch(browserOptions())
  try {
    const page = await browser.newPage()
    const url = await launchConsole(world)
    const { requests, codeBytes } = await measureFirstLoad(page, async () => {
      await page.goto(url)
      await expect(rosterOf(page).connection).toContainText('Connected')
    })
    const allBytes = requests.reduce((sum, request) => sum + request.encodedBytes, 0)
    return { codeBytes, allBytes, requests: requests.length }
  } finally {
    await browser.close()
  }
}
