/** `npm run screenshots`: writes docs/screenshots/<place>-<theme>.png from the real console in a demo world. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { browserOptions } from './browser.ts'
import { rosterOf } from './models/roster.ts'
import { sessionOf } from './models/session.ts'
import { terminalOf } from './models/terminal.ts'
import { repoRoot } from './repo.ts'
import { connectEngine, daemonAddress } from './world/engine.ts'
import { launchConsole } from './world/launch.ts'
import { seedSessions, type Seeded } from './world/seed.ts'
import { makeWorld } from './world/world.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const FOLDER = path.join(repoRoot, 'docs/screenshots')

const world = await makeWorld({ beatMs: 20 })
const browser = await chromium.launch(browserOptions())
try {
  await mkdir(FOLDER, { recursive: true })
  await launchConsole(world)
  const seeded = await seedSessions(connectEngine(await daemonAddress(world), world.project))
  const page = await browser.newPage({ viewport: DESK, reducedMotion: 'reduce' })
  await page.goto(await launchConsole(world))
  await takeAll(page, seeded)
} finally {
  await browser.close()
  await world.close()
}

async function takeAll(page: Page, seeded: Seeded): Promise<void> {
  const at = (place: string) => page.goto(new URL(place, page.url()).href)
  const session = sessionOf(page)

  await expect(rosterOf(page).group('Needs you').getByRole('link')).toHaveCount(2)
  await take(page, 'roster')

  await at(`/servers/daemon/sessions/${seeded.permission}`)
  await expect(session.permission.region).toBeVisible()
  // The markdown renderer comes when it is first needed.
  await expect(session.conversation.locator('code').first()).toBeVisible()
  await session.changes.getByRole('button', { name: /auth\.js/ }).click()
  await expect(session.changes).toContainText('encodeURIComponent')
  await take(page, 'session')
  await page.setViewportSize(PHONE)
  await take(page, 'phone')
  await page.setViewportSize(DESK)

  await at(`/servers/daemon/sessions/${seeded.question}`)
  await expect(session.question.region).toBeVisible()
  await take(page, 'question')

  const terminal = terminalOf(page)
  await rosterOf(page).newTerminal.click()
  await expect(terminal.region).toBeVisible()
  await at(`${page.url()}?screenReader=1`)
  await terminal.type(`cd ${world.project} && PS1='fieldnotes $ ' && clear && git log --oneline && npm test`)
  await expect(terminal.region).toContainText('fail 0')
  await take(page, 'terminal')
}

async function take(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: path.join(FOLDER, `${place}-${colorScheme}.png`), animations: 'disabled' })
  }
}
