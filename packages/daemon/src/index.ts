export { consoleHostService, type ConsoleHostOptions } from './console-host.ts'
export { engineService, findEngine, type Engine, type EngineServiceOptions } from './engine.ts'
export { KiloError, systemCode } from './errors.ts'
export {
  ensure,
  restart,
  status,
  stop,
  type Ensured,
  type EnsureOptions,
  type Health,
  type Progress,
  type ServiceStatus,
  type Stopped,
} from './manager.ts'
export { kiloPaths, type KiloPaths } from './paths.ts'
export { ensurePrivateFolder, writeFilePrivate } from './private-file.ts'
export { probe, type Probe, type ProbeOptions } from './probe.ts'
export { identify, processFigures, type Identity, type ProcessFigures } from './process.ts'
export type { Launch, Place, Service, ServicePaths } from './service.ts'
export { publicState, readState } from './state-file.ts'
export type { ConsoleState, EngineState, PublicState, ServiceState, StateRead } from './state.ts'
