export { userId, userName } from './accounts.ts'
export { CONSOLE_PORTS, consoleHostService, type ConsoleHostOptions } from './console-host.ts'
export type { ConfigRefusal } from './config-refusal.ts'
export { tryConfig } from './config-trial.ts'
export { engineCounts, type EngineCounts } from './engine-counts.ts'
export { engineService, type EngineServiceOptions } from './engine-service.ts'
export { engineWarnings, type EngineWarning } from './engine-warnings.ts'
export { findEngine, type Engine } from './engine.ts'
export type { Ensured, Health } from './ensured.ts'
export { KiloError, systemCode } from './errors.ts'
export { processFigures, type ProcessFigures } from './figures.ts'
export { inDirectory } from './in-directory.ts'
export { listeningProcess, ownerOf, type Owner } from './listener.ts'
export { lockHolder, type LockFinding } from './lock-holder.ts'
export { ensure, restart, type EnsureOptions } from './manager.ts'
export { memoryLimit, type MemoryLimit } from './memory-limit.ts'
export { makePeers, type Connection, type Peer } from './peers.ts'
export { kiloPaths, type KiloPaths } from './paths.ts'
export { ensurePrivateFolder, writeFilePrivate } from './private-file.ts'
export { interrupted } from './pause.ts'
export { printable } from './printable.ts'
export type { PortRange } from './ports.ts'
export { probe, type Probe, type ProbeOptions } from './probe.ts'
export { identify, isSame, lifeOf, type Identity } from './process.ts'
export { provenAgent } from './proven-agent.ts'
export { logFiles, LOG_KEPT, LOG_ROTATE_BYTES } from './service-log.ts'
export { reuse } from './reuse.ts'
export type { Launch, Place, Service, ServicePaths } from './service.ts'
export { readState } from './state-file.ts'
export {
  publicState,
  type ConsoleState,
  type EngineState,
  type PublicState,
  type ServiceState,
  type StateRead,
} from './state.ts'
export { status, type ServiceStatus } from './status.ts'
export { stop, type StopOptions, type Stopped } from './stop.ts'
export { terminalJobs, type TerminalJob } from './terminal-jobs.ts'
export {
  findTerminals,
  haltGroup,
  isEndAwaited,
  resumeGroup,
  type EngineTerminal,
  type TerminalGroup,
} from './terminals.ts'
export { makeOutputMeter, programOf } from './terminal-output.ts'
export type { Progress } from './while-locked.ts'
export { usersOnPorts, whoListens, type Listener } from './who-listens.ts'
