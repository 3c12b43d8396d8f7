import { join } from 'node:path'
import { parseFile } from '@kilo-console/console/shared/parse-settings'
import {
  engineService,
  engineWarnings,
  kiloPaths,
  printable,
  readPlainFile,
  systemCode,
  tryConfig,
  type ConfigRefusal,
  type EngineWarning,
  type ServiceStatus,
} from '@kilo-console/daemon'
import { ok, failed, type Finding, warning } from './finding.ts'
import { shortPath } from './print.ts'

/** Settings have some kilobytes; the console takes no more either. */
const MOST_BYTES = 1024 * 1024
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
  const unread = said ? there.filter((file) => !('text' in file) || file.changedAt >= startedAt) : there
  const broken = judgeFiles(unread, home)
  if (broken.length > 0) return broken
  const refused = await tryFiles(unread, custom)
  if (refused.length > 0) return refused.map((refusal) => judgeRefusal(refusal, home))
  if (said) return judgeWarnings(said, home)
  if (there.length === 0) return [ok('engine config', 'no file yet, the defaults hold')]
  return there.map(({ path }) => ok('engine config', shortPath(path, home)))
}

interface ReadFile {
  path: string
  text: string
  /** Unix milliseconds. */
  changedAt: number
}

interface UnreadFile {
  path: string
  problem: string
}

type ConfigFile = ReadFile | UnreadFile

const UNREAD = { 'no-file': 'is no file', 'too-large': 'is larger than 1 MB' } as const

async function readConfig(path: string): Promise<ConfigFile | undefined> {
  try {
    const file = await readPlainFile(path, { mostBytes: MOST_BYTES })
    if (typeof file === 'string') return { path, problem: UNREAD[file] }
    return { path, text: file.bytes.toString('utf8'), changedAt: file.stats.mtimeMs }
  } catch (error) {
    const code = systemCode(error) ?? ''
    return /^(ENOENT|ENOTDIR)$/.test(code) ? undefined : { path, problem: `can’t be read (${code})` }
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

/** PURE. Those that can't be read, or are no JSON. What stands there is not quoted: it may be a key. */
export function judgeFiles(
  files: readonly (Omit<ReadFile, 'changedAt'> | UnreadFile)[],
  home: string,
): Finding[] {
  return files.flatMap((file) => {
    const problem = 'text' in file ? jsonProblem(file.text) : file.problem
    const short = shortPath(printable(file.path), home)
    return problem === undefined ? [] : [failed('engine config', `${short} ${problem}`, `edit ${short}`)]
  })
}

function jsonProblem(text: string): string | undefined {
  const { problem } = parseFile(text.replace(/^\uFEFF/, ''))
  return problem && `is not valid JSON (line ${problem.line}): ${problem.message}`
}
