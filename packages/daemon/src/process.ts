/** What tells a process from a later one with the same pid. */
export interface Identity {
  /** Linux: field 22 of /proc/<pid>/stat, in clock ticks since boot. Elsewhere: what `ps -o lstart=` prints. */
  startTime: string
  /** Linux: the boot id. Elsewhere: empty. */
  bootId: string
}

export interface ProcessFigures {
  pid: number
  rssBytes: number
  /** Per cent of one core: since `since` when given, else over the life of the process. */
  cpuPercent: number
  uptimeSeconds: number
  /** Total processor time so far, milliseconds; pass the whole object back as `since`. */
  cpuMs: number
  /** Unix milliseconds of this sample. */
  at: number
}

export declare function processFigures(
  pid: number,
  since?: ProcessFigures,
): Promise<ProcessFigures | undefined>
export declare function identify(pid: number): Promise<Identity | undefined>
