export type { Launch } from './process/spawn.ts'
export { LOOPBACK, serviceUrl, type Place } from './place.ts'
export { userId, userName } from './net/accounts.ts'
export { BASE_VARIABLE, baseOf, plainBase } from './services/console-base.ts'
export { CONSOLE_PORTS, consoleHostService, type ConsoleHostOptions } from './services/console-host.ts'
export type { ConfigRefusal } from './services/config-refusal.ts'
export { tryConfig } from './services/config-trial.ts'
export { engineCounts, type EngineCounts } from './services/engine-counts.ts'
export { engineService, type EngineServiceOptions } from './services/engine.ts'
export { engineWarnings, type EngineWarning } from './services/engine-warnings.ts'
export { findEngine, type Engine } from './install/find-engine.ts'
export type { Ensured, Health } from './lifecycle/result.ts'
export { KiloError, systemCode } from './errors.ts'
export { processMetrics, type ProcessMetrics } from './process/metrics.ts'
export { inDirectory } from './services/in-directory.ts'
export { listeningProcess, ownerOf, type Owner } from './net/owned-listener.ts'
export { lockHolder, type LockFinding } from './lock/holder.ts'
export { ensure, restart, type EnsureOptions } from './lifecycle/ensure.ts'
export { memoryLimit, type MemoryLimit } from './services/memory-limit.ts'
export { readSettings } from './services/settings.ts'
export { makePeers, type Connection, type Peer } from './net/peers.ts'
export { kiloPaths, type KiloPaths } from './state/paths.ts'
export { readPlainFile } from './files/plain-file.ts'
export { makeTemporaryFolder, type TemporaryFolder } from './files/temporary-folder.ts'
export { ensurePrivateFolder, sweepTemporaries, writeFilePrivate } from './files/private-file.ts'
export { interrupted } from './pause.ts'
export { printable } from './printable.ts'
export type { PortRange } from './net/ports.ts'
export { probe, type Probe, type ProbeOptions } from './net/probe.ts'
export { identify, isSame, lifeOf, type Identity } from './process/identity.ts'
export { readEnvironment } from './process/proc.ts'
export { provenAgent } from './net/proven-agent.ts'
export { logFiles, LOG_KEPT, LOG_ROTATE_BYTES } from './services/service-log.ts'
export { reuse } from './lifecycle/reuse.ts'
export type { Service, ServicePaths } from './services/service.ts'
export { readState } from './state/state-file.ts'
export {
  publicState,
  type ConsoleState,
  type EngineState,
  type PublicState,
  type ServiceState,
  type StateRead,
} from './state/state.ts'
export { status, type ServiceStatus } from './lifecycle/status.ts'
export { stop, type StopOptions, type Stopped } from './lifecycle/stop.ts'
export { terminalFolders } from './terminals/folders.ts'
export { terminalJobs, type TerminalJob } from './terminals/jobs.ts'
export {
  findTerminals,
  haltGroup,
  isEndAwaited,
  resumeGroup,
  type EngineTerminal,
  type TerminalGroup,
} from './terminals/terminals.ts'
export { makeOutputMeter, programOf } from './terminals/output.ts'
export type { Progress } from './lifecycle/while-locked.ts'
export { usersOnPorts, whoListens, type Listener } from './net/port-users.ts'
