import { findEngine } from '@kilo-console/daemon'
import manifest from '../../package.json' with { type: 'json' }
import { examine, failed, ok, type Finding } from './finding.ts'

/** The least that package.json's `engines` allows. */
const NODE = [20, 19] as const

/** PURE. `version`: as process.versions.node has it. */
export function judgeNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > NODE[0] || (major === NODE[0] && minor >= NODE[1])
  const platform = `${process.platform}-${process.arch}`
  return enough
    ? ok('node', `${version} · ${platform}`)
    : failed('node', `${version} is too old`, `install Node ${NODE.join('.')} or newer, https://nodejs.org`)
}

export async function examinePrograms(): Promise<Finding[]> {
  return [
    ok('kilo', manifest.version),
    judgeNode(process.versions.node),
    ...(await examine('engine', examineEngine)),
  ]
}

/** Its file is looked at, for whom it is built and whether it may be run. It is not run: that takes seconds. */
async function examineEngine(): Promise<Finding[]> {
  const { version, path, source } = findEngine()
  const found = source === 'KILO_ENGINE' ? 'named by KILO_ENGINE' : source === 'PATH' ? 'found on PATH' : ''
  return [ok('engine', [version || 'unknown version', path, found].filter(Boolean).join(' · '))]
}
