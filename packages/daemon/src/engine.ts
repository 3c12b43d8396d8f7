import type { Service } from './service.ts'
import type { EngineState } from './state.ts'

export interface Engine {
  path: string
  version: string
  source: 'KILO_ENGINE' | 'package' | 'PATH'
}

export interface EngineServiceOptions {
  port?: number
  hostname?: string
  cors?: string[]
  env?: NodeJS.ProcessEnv
}

/** Never runs anything. Throws `engine-missing`, `engine-not-executable`. */
export declare function findEngine(env?: NodeJS.ProcessEnv): Promise<Engine>
/** Cheap: the engine itself is looked up only when it must be started or its version compared. */
export declare function engineService(options?: EngineServiceOptions): Service<EngineState>
