/**
 * Whether a server can use a variable of the environment: `set` when its process has it; `after-restart` when only the console has it, and would pass
 * it on; `unknown` where its environment cannot be read.
 */
export type VariableState = 'set' | 'unset' | 'after-restart' | 'unknown'

/** By name. */
export type Variables = Record<string, VariableState>
