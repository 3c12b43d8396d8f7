import type { Service } from './service.ts'
import type { PublicState, ServiceState, StateRead } from './state.ts'

/** Never throws for what is in the file. Follows no symlink. */
export declare function readState<S extends ServiceState>(service: Service<S>): Promise<StateRead<S>>
/** Without password, token and control token. */
export declare function publicState<S extends ServiceState>(state: S): PublicState<S>
