import { engineService, status, type ServiceStatus } from '@kilo-console/daemon'
import manifest from '../../package.json' with { type: 'json' }
import { consoleService } from '../console-service.ts'
import { examineAutostart } from '../doctor/autostart.ts'
import { examineBrowser } from '../doctor/browser.ts'
import { examineConfig } from '../doctor/config.ts'
import { examine, type Finding } from '../doctor/finding.ts'
import { examineLocks } from '../doctor/locks.ts'
import { examineLogs } from '../doctor/logs.ts'
import { examinePaths } from '../doctor/paths.ts'
import { examinePorts } from '../doctor/ports.ts'
import { printFindings, summarise } from '../doctor/print.ts'
import { examinePrograms } from '../doctor/programs.ts'
import { examineMemory, judgeService } from '../doctor/services.ts'
import type { Report } from '../output.ts'

/** Looks at everything and changes nothing. Exit code 1 when something failed; a warning is none. */
export async function doctor(): Promise<Report> {
  const findings = (await Promise.all([examinePrograms(), examineServices(), examineAround()])).flat()
  const has = (state: Finding['state']) => findings.filter((finding) => finding.state === state)
  const { isTTY, columns } = process.stdout
  return {
    json: {
      kilo: manifest.version,
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
      checks: findings,
      failed: has('failed').length,
      warnings: has('warning').length,
    },
    text: [
      ...printFindings(findings, {
        columns: isTTY ? columns : undefined,
        colour: isTTY && !process.env['NO_COLOR'],
      }),
      '',
      summarise(findings),
    ],
    exitCode: has('failed').length === 0 ? 0 : 1,
  }
}

async function examineAround(): Promise<Finding[]> {
  const found = await Promise.all([
    examine('browser', examineBrowser),
    examine('at login', examineAutostart),
    examine('paths', examinePaths),
    examine('locks', examineLocks),
    examine('logs', examineLogs),
  ])
  return found.flat()
}

/** What is to be known of daemon and host first. */
async function examineServices(): Promise<Finding[]> {
  const engine = engineService()
  const daemon = await status(engine)
  const host = await examineHost()
  const ours = new Map<number, string>()
  if (daemon.running && daemon.state) ours.set(daemon.state.pid, 'the daemon')
  if (host.status?.running && host.status.state) ours.set(host.status.state.pid, 'the console')
  const around = await Promise.all([
    examine('memory', () => examineMemory(daemon)),
    examine('ports', () => examinePorts(ours)),
    examine('engine config', () => examineConfig(daemon)),
  ])
  return [judgeService('daemon', engine.commands, daemon), ...host.findings, ...around.flat()]
}

/** A console that is not built is a finding. */
async function examineHost(): Promise<{ status?: ServiceStatus; findings: Finding[] }> {
  let found: ServiceStatus | undefined
  const findings = await examine('console', async () => {
    const service = consoleService()
    found = await status(service)
    return [judgeService('console', service.commands, found)]
  })
  return found ? { status: found, findings } : { findings }
}
