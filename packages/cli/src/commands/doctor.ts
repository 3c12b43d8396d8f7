import { engineService, status, type Service, type ServiceStatus } from '@kilo-console/daemon'
import manifest from '../../package.json' with { type: 'json' }
import { consoleService } from '../console/service.ts'
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
import type { Report } from '../output/print.ts'

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
  const [daemon, host] = [await look('daemon', engineService), await look('console', consoleService)]
  const ours = new Map<number, string>()
  if (daemon.status.running && daemon.status.state) ours.set(daemon.status.state.pid, 'the daemon')
  if (host.status.running && host.status.state) ours.set(host.status.state.pid, 'the console')
  const around = await Promise.all([
    examine('memory', () => examineMemory(daemon.status)),
    examine('ports', () => examinePorts(ours)),
    examine('engine config', () => examineConfig(daemon.status)),
  ])
  return [...daemon.findings, ...host.findings, ...around.flat()]
}

/** A console that is not built, or a state file that may not be read, is a finding; what else is looked at then knows of nothing that runs. */
async function look(
  check: string,
  describe: () => Service,
): Promise<{ status: ServiceStatus; findings: Finding[] }> {
  let found: ServiceStatus = { running: false, healthy: false, stale: false, file: '' }
  const findings = await examine(check, async () => {
    const service = describe()
    found = await status(service)
    return [judgeService(check, service.commands, found)]
  })
  return { status: found, findings }
}
