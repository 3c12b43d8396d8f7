/** `npm run bench [-- --pairs N --json]`: our command line against the engine's own, and the page's first load. */
import { parseArgs } from 'node:util'
import { chromium, expect } from '@playwright/test'
import { browserOptions } from '../browser.ts'
import { measureFirstLoad } from '../first-load.ts'
import { rosterOf } from '../models/roster.ts'
import { succeed } from '../run.ts'
import { launchConsole } from '../world/launch.ts'
import { makeWorld, type World } from '../world/world.ts'
import { compare, type Comparison } from './compare.ts'

interface Report {
  commands: Comparison[]
  /** Bytes on the wire. */
  firstLoad: { codeBytes: number; allBytes: number; requests: number }
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, pairs: { type: 'string', default: '5' } },
})

const world = await makeWorld()
try {
  const report = {
    commands: await compareCommands(world, Number(values.pairs)),
    firstLoad: await load(world),
  }
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : table(report))
} finally {
  await world.close()
}

async function compareCommands(world: World, pairs: number): Promise<Comparison[]> {
  await succeed(world.kilo(['daemon', 'start']))
  const commands = [['daemon', 'status'], ['daemon', 'start'], ['--version']]
  const comparisons: Comparison[] = []
  for (const args of commands) {
    const ours = () => succeed(world.kilo(args))
    comparisons.push(await compare(args.join(' '), pairs, ours, () => succeed(world.engine(args))))
  }
  return comparisons
}

async function load(world: World): Promise<Report['firstLoad']> {
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

function table({ commands, firstLoad }: Report): string {
  const head = ['kilo …', 'ours', 'engine', 'faster']
  const rows = commands.map(({ what, oursMs, engineMs, ratio }) => {
    return [
      what === 'daemon start' ? 'daemon start (reused)' : what,
      ms(oursMs),
      ms(engineMs),
      `${ratio.toFixed(1)}×`,
    ]
  })
  const lines = [head, ...rows].map(([name = '', ...figures]) => {
    return `${name.padEnd(24)}${figures.map((figure) => figure.padStart(10)).join('')}\n`
  })
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`
  const { codeBytes, allBytes, requests } = firstLoad
  return `${lines.join('')}\nfirst load: ${kib(codeBytes)} JS and CSS, ${kib(allBytes)} in all, ${requests} requests\n`
}

function ms(value: number): string {
  return `${Math.round(value)} ms`
}
