/**
 * `npm run screenshots`: writes docs/screenshots/<state>-<theme>.png, those that the README shows, from the real console in a demo world.
 * `npm run screenshots -- --all [state …]`: every view and state, or those that are named, at three widths in both themes, to
 * test-results/pictures/<state>-<width>-<theme>.png: to be looked at.
 */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { browserOptions } from '../browser.ts'
import { rosterOf } from '../models/roster.ts'
import { repoRoot } from '../repo.ts'
import { connectEngine, daemonAddress } from '../world/engine.ts'
import { launchConsole } from '../world/launch.ts'
import { seedSessions } from '../world/seed.ts'
import { makeWorld } from '../world/world.ts'
import type { Stage, State } from './stage.ts'
import { states } from './states/index.ts'

const DESK = { width: 1440, height: 900 }
const TABLET = { width: 900, height: 900 }
const PHONE = { width: 390, height: 844 }
const THEMES = ['light', 'dark'] as const

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = path.join(repoRoot, values.all ? 'test-results/pictures' : 'docs/screenshots')
const isWanted = ({ name, readme }: State) =>
  values.all ? positionals.length === 0 || positionals.includes(name) : readme !== undefined

const world = await makeWorld({ beatMs: 20 })
const browser = await chromium.launch(browserOptions())
try {
  await mkdir(folder, { recursive: true })
  await launchConsole(world)
  const engine = connectEngine(await daemonAddress(world), world.project)
  const seeded = await seedSessions(engine)
  const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(await launchConsole(world))
  // Whoever leaves while the page logs in is logged in by half.
  await rosterOf(page).connection.getByText('Connected').waitFor()
  const at = (place: string) => page.goto(new URL(place, page.url()).href)
  const session = (id: string) => at(`/servers/daemon/sessions/${id}`)
  for (const state of states.filter(isWanted)) await take({ page, world, engine, seeded, at, session }, state)
} finally {
  await browser.close()
  await world.close()
}

/** A state that cannot be shown is named, and the others are shown all the same. */
async function take(stage: Stage, { name, readme, show }: State): Promise<void> {
  const { page } = stage
  try {
    await page.setViewportSize(DESK)
    await stage.at('/')
    await show(stage)
    if (!values.all) {
      await page.setViewportSize(readme === 'phone' ? PHONE : DESK)
      return await shoot(page, name)
    }
    for (const size of [DESK, TABLET, PHONE]) {
      await page.setViewportSize(size)
      await shoot(page, `${name}-${size.width}`)
    }
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
}
