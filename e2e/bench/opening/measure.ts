/** A deep link to a long session in a cold browser: ours, opencode's web, and an empty app, in alternation. */
import { chromium, type Browser } from '@playwright/test'
import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { OPENING_MESSAGES } from '../../../packages/console/shared/opening.ts'
import { browserOptions } from '../../browser.ts'
import { repoRoot } from '../../repo.ts'
import { succeed } from '../../run.ts'
import { launchConsole } from '../../world/launch.ts'
import type { World } from '../../world/world.ts'
import { median } from '../compare.ts'
import { startFloor } from './floor.ts'
import { makeLongSession } from './long-session.ts'
import { openOnce, type Opening, type StorageState } from './open-once.ts'
import { startOpencode } from './opencode.ts'

export interface OpeningFigures {
  parts: number
  pairs: number
  /** Medians, one row a page. */
  rows: (Omit<Opening, 'list'> & { page: string })[]
  /** What ours loaded in its last opening. */
  list: string[]
}

interface Page {
  page: string
  open: () => Promise<Opening>
}

const PARTS = 5600
const appFolder = path.join(repoRoot, 'packages/console/dist/app')

export interface OpeningOptions {
  pairs: number
  peers: boolean
}

export async function measureOpening(
  world: World,
  { pairs, peers }: OpeningOptions,
  say: (line: string) => void,
): Promise<OpeningFigures> {
  const session = await seed(world)
  const browser = await chromium.launch(browserOptions())
  const pages = await oursOf(world, browser, session.id)
  const floor = await startFloor(await scriptUnits(pages))
  const peer = peers ? await startOpencode(world, session) : undefined
  try {
    pages.push({
      page: 'an empty Solid app with as much script',
      open: () => openOnce(browser, { url: floor.url }),
    })
    if (peer) pages.push({ page: peer.name, open: () => openOnce(browser, { url: peer.url }) })
    // The first opening of each warms the servers: their caches are not what is compared.
    const openings = await inTurns(pages, pairs + 1, say)
    const counted = openings.map((of) => of.slice(1))
    const rows = pages.map(({ page }, at) => ({ page, ...medians(counted[at] ?? []) }))
    return { parts: PARTS, pairs, rows, list: counted[0]?.at(-1)?.list ?? [] }
  } finally {
    await browser.close()
    await floor.close()
    await peer?.close()
  }
}

/** How much script ours loads, as it is before it is packed. */
async function scriptUnits([ours]: Page[]): Promise<number> {
  const list = (await ours?.open())?.list ?? []
  const scripts = list.flatMap((line) => /\/(assets\/[\w.-]+\.js)$/.exec(line)?.[1] ?? [])
  const sizes = scripts.map(async (file) => (await stat(path.join(appFolder, file))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

async function seed(world: World): Promise<{ file: string; id: string }> {
  const session = makeLongSession(PARTS, world.project)
  const file = path.join(world.home, 'long-session.json')
  await writeFile(file, JSON.stringify(session))
  await succeed(world.engine(['import', file]))
  return { file, id: session.info.id }
}

/** With a launch link, and in a browser that is logged in already: each opening begins with an empty cache. */
async function oursOf(world: World, browser: Browser, id: string): Promise<Page[]> {
  const deepLink = async () => {
    const url = new URL(await launchConsole(world))
    url.pathname = `/servers/daemon/sessions/${id}`
    return url
  }
  const storage = await logIn(browser, String(await deepLink()))
  const known = String(Object.assign(await deepLink(), { hash: '' }))
  const rows = OPENING_MESSAGES
  return [
    {
      page: 'Kilo Console, by a launch link',
      open: async () => openOnce(browser, { url: String(await deepLink()), rows }),
    },
    { page: 'Kilo Console, logged in', open: () => openOnce(browser, { url: known, storage, rows }) },
  ]
}

async function logIn(browser: Browser, url: string): Promise<StorageState> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.getByRole('textbox', { name: 'Prompt' }).waitFor()
    return await context.storageState()
  } finally {
    await context.close()
  }
}

async function inTurns(pages: Page[], times: number, say: (line: string) => void): Promise<Opening[][]> {
  const openings = pages.map((): Opening[] => [])
  for (let time = 0; time < times; time++) {
    for (const [at, { page, open }] of pages.entries()) {
      const opening = await open()
      openings[at]?.push(opening)
      say(`${time} ${page}: ${opening.usableMs.toFixed(0)}, ${opening.newestMs.toFixed(0)} ms`)
    }
  }
  return openings
}

function medians(openings: Opening[]): Omit<Opening, 'list'> {
  const of = (key: keyof Omit<Opening, 'list'>) => median(openings.map((opening) => opening[key]))
  return {
    usableMs: of('usableMs'),
    newestMs: of('newestMs'),
    longestTaskMs: of('longestTaskMs'),
    workMs: of('workMs'),
    requests: of('requests'),
    bytes: of('bytes'),
  }
}
