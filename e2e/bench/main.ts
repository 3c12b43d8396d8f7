/**
 * `npm run bench [-- options]`: our command line against the engine's own, the page's first load, and what holds under many starts at
 * once and kills at every step. `--only commands,lifecycle,page,rounds,kills` runs a part; `--only strangers` the attacks of another user of
 * the machine, as root; `--only scale` scrolling a long session, many of them in turn, megabytes, many answers at once; `--only roster` what the sessions of many projects cost; `--only opening` a deep link to a long session in a cold browser, with `--peers` beside opencode's web. `--telemetry` measures against the engine as it comes, too, which tells its makers of each command, and waits for
 * that; `--json FILE` keeps the figures; `--write-readme` puts them into the README. Progress is on stderr.
 */
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { makeWorld, type World, type WorldOptions } from '../world/world.ts'
import { measureCommands } from './commands.ts'
import { measureKills } from './kills.ts'
import { measureLifecycle } from './lifecycle.ts'
import { measureOpening } from './opening/measure.ts'
import { measurePage } from './page.ts'
import { writeReadme } from './readme.ts'
import { render, type EngineFigures, type Report } from './report.ts'
import { measureRoster } from './roster.ts'
import { measureRounds } from './rounds.ts'
import { measureScale } from './scale/measure.ts'
import { measureStrangers } from './strangers/measure.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'commands,lifecycle,page,rounds,kills' },
    pairs: { type: 'string', default: '5' },
    // Small, so that a first look takes minutes; the figures of a release: 20, 50, 1000, with --real once more.
    rounds: { type: 'string', default: '2' },
    starters: { type: 'string', default: '50' },
    kills: { type: 'string', default: '60' },
    tries: { type: 'string', default: '100' },
    real: { type: 'boolean', default: false },
    telemetry: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    json: { type: 'string' },
    'write-readme': { type: 'boolean', default: false },
  },
})
const parts = new Set(values.only.split(','))
/** Of each answer a hundred pieces a second. */
const BEAT_MS = 10
const say = (line: string) => void process.stderr.write(`${line}\n`)

async function measure(): Promise<Report> {
  const report: Report = {}
  // The page before sessions are made: what it loads is meant, not what they hold.
  if (parts.has('page')) report.page = await inWorld({}, measurePage)
  if (parts.has('commands') || parts.has('lifecycle')) {
    const engines: EngineFigures[] = []
    for (const telemetry of values.telemetry ? [true, false] : [false])
      engines.push(await inWorld({ telemetry }, (world) => measureEngine(world, telemetry)))
    report.engines = engines
  }
  if (parts.has('rounds')) {
    const options = { rounds: Number(values.rounds), starters: Number(values.starters) }
    report.rounds = await measureRounds({ ...options, engine: values.real ? 'real' : 'stand-in' }, say)
  }
  if (parts.has('kills')) report.kills = await measureKills(Number(values.kills), say)
  if (parts.has('strangers'))
    report.strangers = await inWorld({}, (world) => measureStrangers(world, Number(values.tries), say))
  if (parts.has('roster')) report.roster = await inWorld({}, (world) => measureRoster(world, say))
  if (parts.has('opening')) {
    const options = { pairs: Number(values.pairs), peers: values.peers }
    report.opening = await inWorld({}, (world) => measureOpening(world, options, say))
  }
  if (parts.has('scale'))
    report.scale = await inWorld({ beatMs: BEAT_MS, snapshots: false }, (world) =>
      measureScale(world, values.peers, say),
    )
  return report
}

async function measureEngine(world: World, telemetry: boolean): Promise<EngineFigures> {
  const pairs = Number(values.pairs)
  return {
    telemetry,
    ...(parts.has('commands') ? { commands: await measureCommands(world, pairs) } : {}),
    ...(parts.has('lifecycle') ? { lifecycle: await measureLifecycle(world, pairs) } : {}),
  }
}

async function inWorld<Figures>(
  options: WorldOptions,
  measure: (world: World) => Promise<Figures>,
): Promise<Figures> {
  const world = await makeWorld(options)
  try {
    return await measure(world)
  } finally {
    await world.close()
  }
}

const loadBefore = loadavg()
const report = await measure()
const machine = { cores: cpus().length, node: process.version, platform: process.platform, loadBefore }
if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, ...report }, undefined, 2)}\n`)
process.stdout.write(`${render(report)}\n`)
if (values['write-readme']) await writeReadme(render(report))
