export type OtherEngine = 'opencode' | 'kilo'
export const OTHER_ENGINES: Record<OtherEngine, { name: string; version: string; program: string }>
/** The path of its program, fetched where it is not there yet. */
export function fetchEngine(which: OtherEngine): string
