import { lstat } from 'node:fs/promises'
import {
  engineService,
  findEngine,
  kiloPaths,
  status,
  type Engine,
  type ServiceStatus,
} from '@kilo-console/daemon'
import manifest from '../../package.json' with { type: 'json' }
import { consoleService } from '../console-service.ts'
import { describeStatus } from '../format.ts'
import { problemOf, type Report } from '../output.ts'

interface Finding {
  what: string
  hint: string
}

interface Examined {
  engine: Engine | ReturnType<typeof problemOf>
  daemon: ServiceStatus
  host: ServiceStatus
  files: FileFinding[]
}

export async function doctor(): Promise<Report> {
  const [engine, daemon, host, files] = await Promise.all([
    findEngine().catch((error: unknown) => problemOf(error)),
    status(engineService()),
    status(consoleService()),
    inspectFiles(),
  ])
  const problems = findProblems({ engine, daemon, host, files })
  const versions = {
    kilo: manifest.version,
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
  }
  const verdict = problems.flatMap(({ what, hint }) => [`problem: ${what}`, `   hint: ${hint}`])
  return {
    json: {
      ...versions,
      engine: 'hint' in engine ? { error: engine } : engine,
      daemon,
      console: host,
      files,
      problems,
    },
    text: [
      row('kilo', `${versions.kilo} · node ${versions.node} · ${versions.platform}`),
      row('engine', 'hint' in engine ? 'not usable' : describeEngine(engine)),
      row('daemon', summary(daemon)),
      row('console', summary(host)),
      ...files.map((file) => row(file.name, `${file.path} · ${file.mode ?? 'absent'}`)),
      ...(verdict.length === 0 ? ['no problems found'] : verdict),
    ],
    exitCode: problems.length === 0 ? 0 : 1,
  }
}

function findProblems({ engine, daemon, host, files }: Examined): Finding[] {
  const exposed = files.filter((file) => file.problem)
  const unhealthy = (found: ServiceStatus) => found.running && !found.healthy
  return [
    ...('hint' in engine ? [{ what: engine.message, hint: engine.hint }] : []),
    ...exposed.map(({ path, problem }) => ({ what: `${path} ${problem}`, hint: `chmod go-rwx ${path}` })),
    ...(unhealthy(daemon)
      ? [{ what: `the daemon is unhealthy: ${daemon.reason}`, hint: 'kilo daemon restart' }]
      : []),
    ...(daemon.stale ? [{ what: `daemon ${daemon.reason}`, hint: 'kilo daemon start' }] : []),
    ...(unhealthy(host)
      ? [{ what: `the console host is unhealthy: ${host.reason}`, hint: 'kilo console' }]
      : []),
  ]
}

function summary(found: ServiceStatus): string {
  return describeStatus('', '', found).text[0]?.trim() ?? ''
}

function describeEngine({ version, path, source }: Engine): string {
  return `${version || 'unknown version'} · ${path} · found by ${source}`
}

function row(name: string, text: string): string {
  return `${name.padEnd(9)} ${text}`
}

interface FileFinding {
  name: string
  path: string
  mode?: string
  problem?: string
}

function inspectFiles(): Promise<FileFinding[]> {
  const { state, data, config, log, daemonFile, consoleFile, daemonLog } = kiloPaths()
  const named = { state, data, config, log, daemonFile, consoleFile, daemonLog }
  return Promise.all(Object.entries(named).map(([name, path]) => inspect(name, path)))
}

async function inspect(name: string, path: string): Promise<FileFinding> {
  const found = await lstat(path).catch(() => undefined)
  if (!found) return { name, path }
  const mode = (found.mode & 0o777).toString(8)
  const bad = found.isFile() ? (found.mode & 0o077) !== 0 : (found.mode & 0o002) !== 0
  return {
    name,
    path,
    mode,
    ...(bad ? { problem: `can be ${found.isFile() ? 'read' : 'changed'} by others (mode ${mode})` } : {}),
  }
}
