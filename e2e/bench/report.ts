/** The figures as Markdown: the same for a terminal and for the README. */
import type { CommandsFigures } from './commands.ts'
import type { Comparison } from './compare.ts'
import type { KillFigures } from './kills.ts'
import type { OpeningFigures } from './opening/measure.ts'
import type { PageFigures } from './page.ts'
import type { RosterFigures } from './roster.ts'
import type { RoundsFigures } from './rounds.ts'
import type { ScaleFigures } from './scale/measure.ts'
import { renderScale } from './scale/render.ts'
import { ms, table } from './table.ts'
import type { StrangerFigures } from './strangers/measure.ts'

/** Against the engine, once with and once without its telemetry: its commands and its end wait for that. */
export interface EngineFigures {
  telemetry: boolean
  commands?: CommandsFigures
  lifecycle?: Comparison[]
}

export interface Report {
  engines?: EngineFigures[]
  page?: PageFigures
  rounds?: RoundsFigures[]
  kills?: KillFigures
  strangers?: StrangerFigures[]
  opening?: OpeningFigures
  roster?: RosterFigures[]
  scale?: ScaleFigures
}

export function render(report: Report): string {
  const { engines = [], page, rounds, kills, strangers, opening, roster, scale } = report
  const parts = [
    ...engines.flatMap(renderEngine),
    rounds && renderRounds(rounds),
    kills && renderKills(kills),
    page && renderPage(page),
    strangers && renderStrangers(strangers),
    opening && renderOpening(opening),
    roster && renderRoster(roster),
    scale && renderScale(scale),
  ]
  return parts.filter((part) => part !== undefined).join('\n\n')
}

function renderEngine({ telemetry, commands, lifecycle }: EngineFigures) {
  const title = telemetry ? 'The engine as it comes:' : 'The engine with its telemetry switched off:'
  return [title, commands && renderCommands(commands), lifecycle && renderLifecycle(lifecycle)]
}

function renderCommands({ commands, floor }: CommandsFigures): string {
  const rows = commands.map(({ what, oursMs, engineMs, ratio, files }) => {
    return [`kilo ${what}`, ms(oursMs), ms(engineMs), times({ ratio }), String(files)]
  })
  const head = ['command', 'ours', "the engine's own", 'faster', 'files loaded']
  const { nothing, health } = floor
  const least = `Node itself needs ${ms(nothing.oursMs)} to start and end, and ${ms(health.oursMs)} with one request for the daemon's health in between (${times(health)}).`
  return `${table(head, rows)}\n\n${least}`
}

function renderLifecycle(comparisons: Comparison[]): string {
  const rows = comparisons.map(({ what, oursMs, engineMs, ratio }) => {
    return [`kilo ${what}`, ms(oursMs), ms(engineMs), `${((1 / ratio - 1) * 100).toFixed(1)} %`]
  })
  return table(['command', 'ours', 'the engine alone', 'added'], rows)
}

function renderRounds(figures: RoundsFigures[]): string {
  const rows = figures.map(({ situation, engine, starters, rounds, ok, p50Ms, p99Ms }) => {
    return [`${starters} starts, ${situation}, ${engine} engine`, `${ok} of ${rounds}`, ms(p50Ms), ms(p99Ms)]
  })
  const problems = figures.flatMap(({ situation, problems }) => problems.map((it) => `${situation}: ${it}`))
  const heading = ['at once', 'one daemon, named by all', 'p50', 'p99']
  return [table(heading, rows), ...problems].join('\n')
}

function renderKills({ kills, steps, problems }: KillFigures): string {
  const rows = Object.entries(steps).map(([scene, count]) => [scene, String(count)])
  const sum = `${kills} kills: ${problems.length} left something torn, orphaned, signalled or lost.`
  return [table(['command killed by SIGKILL', 'steps'], rows), '', sum, ...problems].join('\n')
}

function renderPage({ codeBytes, allBytes, requests }: PageFigures): string {
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`
  return `First load of the page: ${kib(codeBytes)} of code, ${kib(allBytes)} in all, ${requests} requests.`
}

function renderStrangers(figures: StrangerFigures[]): string {
  const rows = figures.map(({ attack, tries, successes, outcome }) => {
    return [attack, String(tries), String(successes), outcome]
  })
  return table(['another user of the machine', 'tries', 'got in or learned', 'what happened'], rows)
}

function renderOpening({ rows }: OpeningFigures): string {
  const cells = rows.map(({ page, usableMs, newestMs, longestTaskMs, workMs, requests, bytes }) => {
    const size = `${(bytes / 1000).toFixed(0)} KB`
    return [page, ms(usableMs), ms(newestMs), ms(longestTaskMs), ms(workMs), String(requests), size]
  })
  return table(
    [
      'opening a session',
      'prompt usable',
      'newest message',
      'longest task',
      'all work',
      'requests',
      'on the wire',
    ],
    cells,
  )
}

function renderRoster(figures: RosterFigures[]): string {
  const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`
  const rows = figures.map((of) => [
    of.scene,
    ms(of.sessionsMs),
    ms(of.completeMs),
    `${(of.bytes / 1000).toFixed(0)} KB`,
    ms(of.tabMs),
    mib(of.hostBytes),
    `${mib(of.engineBefore)} -> ${mib(of.engineAfter)}`,
  ])
  const head = ['roster', 'sessions', 'complete', 'of a tab', 'tab has it', 'host', 'engine']
  return table(head, rows)
}

function times({ ratio }: { ratio: number }): string {
  return `${ratio.toFixed(0)}×`
}
