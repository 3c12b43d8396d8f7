import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  engineService,
  engineWarnings,
  kiloPaths,
  printable,
  type EngineWarning,
  type ServiceStatus,
} from '@kilo-console/daemon'
import { ok, failed, type Finding, warning } from './finding.ts'
import { jsoncProblem } from './jsonc.ts'
import { shortPath } from './print.ts'

const FILES = ['kilo.jsonc', 'kilo.json', 'config.json', 'opencode.jsonc', 'opencode.json']

/** A running engine knows best. Without one its files are read, which tells of broken ones alone. */
export async function examineConfig({ healthy, state }: ServiceStatus): Promise<Finding[]> {
  const { home, config } = kiloPaths()
  const said = healthy && state ? await engineWarnings(engineService(), state.pid) : undefined
  if (said) return judgeWarnings(said, home)
  const custom = process.env['KILO_CONFIG']
  const paths = [...FILES.map((name) => join(config, name)), ...(custom ? [custom] : [])]
  const read = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(path, 'utf8').catch(() => undefined) })),
  )
  return judgeFiles(read, home)
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

/** PURE. `text` undefined: there is no such file. */
export function judgeFiles(files: { path: string; text: string | undefined }[], home: string): Finding[] {
  const there = files.filter(({ text }) => text !== undefined)
  if (there.length === 0) return [ok('engine config', 'no file yet, the defaults hold')]
  return there.map(({ path, text = '' }) => {
    const problem = jsoncProblem(text)
    const short = shortPath(path, home)
    return problem
      ? failed('engine config', `${short} ${problem}`, `edit ${short}`)
      : ok('engine config', short)
  })
}
