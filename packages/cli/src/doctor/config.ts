import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  engineService,
  engineWarnings,
  kiloPaths,
  printable,
  tryConfig,
  type ConfigRefusal,
  type EngineWarning,
  type ServiceStatus,
} from '@kilo-console/daemon'
import { ok, failed, type Finding, warning } from './finding.ts'
import { jsoncProblem } from './jsonc.ts'
import { shortPath } from './print.ts'

const FILES = ['kilo.jsonc', 'kilo.json', 'config.json', 'opencode.jsonc', 'opencode.json']

/**
 * A running engine knows best what it has read. What was changed since it will read at its next start: that is tried out, in a copy, like
 * all of it while none runs.
 */
export async function examineConfig({ healthy, state }: ServiceStatus): Promise<Finding[]> {
  const { home, config } = kiloPaths()
  const custom = process.env['KILO_CONFIG']
  const files = await Promise.all(
    [...FILES.map((name) => join(config, name)), ...(custom ? [custom] : [])].map(readConfig),
  )
  const there = files.filter((file) => file !== undefined)
  const startedAt = healthy && state ? Date.parse(state.startedAt) : 0
  const said = healthy && state ? await engineWarnings(engineService(), state.pid) : undefined
  const unread = said ? there.filter(({ changedAt }) => changedAt >= startedAt) : there
  const broken = judgeFiles(unread, home)
  if (broken.length > 0) return broken
  const refused = await tryFiles(unread, custom)
  if (refused.length > 0) return refused.map((refusal) => judgeRefusal(refusal, home))
  if (said) return judgeWarnings(said, home)
  if (there.length === 0) return [ok('engine config', 'no file yet, the defaults hold')]
  return there.map(({ path }) => ok('engine config', shortPath(path, home)))
}

interface ConfigFile {
  path: string
  text: string
  /** Unix milliseconds. */
  changedAt: number
}

async function readConfig(path: string): Promise<ConfigFile | undefined> {
  try {
    return { path, text: await readFile(path, 'utf8'), changedAt: (await stat(path)).mtimeMs }
  } catch {
    return undefined
  }
}

/** One try for the global files, one for the file of KILO_CONFIG. Without an engine nothing is refused: another check says so. */
async function tryFiles(unread: readonly ConfigFile[], custom: string | undefined): Promise<ConfigRefusal[]> {
  const paths = new Set(unread.map(({ path }) => path))
  const tries = [
    ...([...paths].some((path) => path !== custom) ? [tryConfig()] : []),
    ...(custom && paths.has(custom) ? [tryConfig(process.env, custom)] : []),
  ]
  const found = await Promise.allSettled(tries)
  return found.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
}

/** PURE. */
export function judgeRefusal({ path, problem }: ConfigRefusal, home: string): Finding {
  const short = shortPath(printable(path), home)
  return failed('engine config', `${short} is refused by the engine: ${problem}`, `edit ${short}`)
}

/** PURE. */
export function judgeWarnings(said: EngineWarning[], home: string): Finding[] {
  if (said.length === 0) return [ok('engine config', 'the engine has no complaint')]
  return said.map(({ path, message }) => {
    const short = shortPath(printable(path), home)
    const text = printable(message).replaceAll(/\s+/g, ' ').slice(0, 300)
    return warning('engine config', `${short}: ${text}`, `edit ${short}, then kilo daemon restart`)
  })
}

/** PURE. Those that are no JSON. */
export function judgeFiles(files: readonly { path: string; text: string }[], home: string): Finding[] {
  return files.flatMap(({ path, text }) => {
    const problem = jsoncProblem(text)
    const short = shortPath(path, home)
    return problem ? [failed('engine config', `${short} ${problem}`, `edit ${short}`)] : []
  })
}
