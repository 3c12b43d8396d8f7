/** What holds when there is much of it: a long session scrolled through, many of them in turn, megabytes, many answers at once. */
import { chromium, type Browser, type Page } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { browserOptions } from '../../browser.ts'
import { succeed } from '../../run.ts'
import { connectEngine, daemonAddress, until } from '../../world/engine.ts'
import {
  makeImportedSession,
  textPart,
  toolPart,
  type ImportedSession,
} from '../../world/imported-session.ts'
import { launchConsole } from '../../world/launch.ts'
import type { World } from '../../world/world.ts'
import { makeLongSession, NEWEST_WORDS } from '../opening/long-session.ts'
import { openOnce, type Opening, type StorageState } from '../opening/open-once.ts'
import { startOpencode, type Peer } from '../opening/opencode.ts'
import { openInTurn, type HeapFigures } from './heap.ts'
import { scrollToBeginning, type ScrollFigures } from './scroll.ts'
import { typeBeside, type StreamFigures } from './streams.ts'

export interface MassFigures {
  page: string
  opening: Opening
  /** Of what was loaded, messages alone. */
  messageBytes: number
}

export interface ScaleFigures {
  scrolling: ScrollFigures[]
  mass: MassFigures[]
  heap: HeapFigures
  streams: StreamFigures
}

const PARTS = 5600
const SESSIONS = 20
const STREAMS = 10
const FIRST_WORDS = 'Step 1: make the search'
const OURS = 'Kilo Console'
/** Routes of messages: of our host, of an engine. */
const MESSAGES = /\/(messages?|api\/servers\/[^/]+\/sessions\/[^/?]+)(\?|$)/

/** Everything in one browser, one after the other. */
export async function measureScale(
  world: World,
  peers: boolean,
  say: (line: string) => void,
): Promise<ScaleFigures> {
  say(`${SESSIONS} sessions of ${PARTS} parts`)
  const longs: ImportedSession[] = []
  for (let number = 0; number < SESSIONS; number += 1)
    longs.push(await bring(world, makeLongSession(PARTS, world.project, number)))
  const massive = await bring(world, makeMassive(world.project))
  const browser = await chromium.launch(browserOptions())
  try {
    const ours = await logIn(world, browser)
    const [long] = longs
    if (!long) throw new Error('no session')
    const scrolling = [await scroll(browser, ours.at(long.info.id), OURS, ours.storage)]
    say(`scrolled: ${JSON.stringify(scrolling)}`)
    const mass = [await openMassive(browser, ours.at(massive.info.id), OURS, ours.storage)]
    if (peers) {
      await withPeer(world, long, async ({ url, name }) => scrolling.push(await scroll(browser, url, name)))
      await withPeer(world, massive, async ({ url, name }) =>
        mass.push(await openMassive(browser, url, name)),
      )
    }
    const ids = longs.map(({ info }) => info.id)
    const heap = await inPage(browser, ours.at(ids[0] ?? ''), ours.storage, (page) => openInTurn(page, ids))
    say(`in turn: ${JSON.stringify(heap)}`)
    return { scrolling, mass, heap, streams: await stream(world, browser, ours) }
  } finally {
    await browser.close()
  }
}

/** Into the engine; where it lies is for a peer. */
async function bring<Session extends ImportedSession>(world: World, session: Session): Promise<Session> {
  const file = fileOf(world, session)
  await writeFile(file, JSON.stringify(session))
  await succeed(world.engine(['import', file], { limitMs: 300_000 }))
  return session
}

const fileOf = (world: World, { info }: ImportedSession) => path.join(world.home, `${info.id}.json`)

function makeMassive(directory: string): ImportedSession {
  const text = 'A line of a very long answer, with some `code` and **weight** in it.\n'
  const output = Array.from({ length: 200_000 }, (_, at) => `ok ${at + 1}`).join('\n')
  const answer = [
    textPart(text.repeat(1_600_000 / text.length)),
    toolPart('bash', { command: 'npm test', description: 'Run the tests' }, output),
    textPart(NEWEST_WORDS),
  ]
  return makeImportedSession('Megabytes', directory, [{ prompt: [textPart('Tell me everything.')], answer }])
}

interface Ours {
  storage: StorageState
  at(id: string): string
}

async function logIn(world: World, browser: Browser): Promise<Ours> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const url = await launchConsole(world)
  await page.goto(url)
  await page.getByRole('heading').first().waitFor()
  const storage = await context.storageState()
  await context.close()
  return { storage, at: (id) => String(new URL(`/servers/daemon/sessions/${id}`, url)) }
}

async function withPeer(
  world: World,
  session: ImportedSession,
  use: (peer: Peer) => Promise<unknown>,
): Promise<void> {
  const peer = await startOpencode(world, { file: fileOf(world, session), id: session.info.id })
  try {
    await use(peer)
  } finally {
    await peer.close()
  }
}

async function inPage<Value>(
  browser: Browser,
  url: string,
  storage: StorageState | undefined,
  use: (page: Page) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext(storage ? { storageState: storage } : {})
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'commit' })
    return await use(page)
  } finally {
    await context.close()
  }
}

const scroll = (browser: Browser, url: string, name: string, storage?: StorageState) =>
  inPage(browser, url, storage, async (page) => {
    await page.waitForFunction((words) => document.body?.textContent.includes(words), NEWEST_WORDS, {
      polling: 500,
      timeout: 60_000,
    })
    return scrollToBeginning(page, name, FIRST_WORDS)
  })

async function openMassive(
  browser: Browser,
  url: string,
  page: string,
  storage?: StorageState,
): Promise<MassFigures> {
  const opening = await openOnce(browser, { url, ...(storage && { storage }) })
  const bytesOf = (line: string) => (MESSAGES.test(line) ? Number.parseInt(line, 10) : 0)
  return { page, opening, messageBytes: opening.list.reduce((sum, line) => sum + bytesOf(line), 0) }
}

async function stream(world: World, browser: Browser, ours: Ours): Promise<StreamFigures> {
  const engine = connectEngine(await daemonAddress(world), world.project)
  const ids: string[] = []
  for (let number = 1; number <= STREAMS; number += 1)
    ids.push(await engine.prompt(`[script:large 90000 14]`, `Answer ${number}`))
  const answers = () => world.model.requests.filter(({ prompt }) => prompt.includes('script:large'))
  const haveBegun = () => answers().filter(({ events }) => events > 20).length >= STREAMS || undefined
  await until('all answers to have begun', () => Promise.resolve(haveBegun()))
  const countDeltas = () => answers().reduce((sum, { events }) => sum + events, 0)
  return inPage(browser, ours.at(ids[0] ?? ''), ours.storage, async (page) => {
    await page.waitForFunction(() => document.querySelectorAll('[data-message]').length > 1)
    return typeBeside(page, STREAMS, countDeltas)
  })
}
