/** What an engine does beside talking: its index of a folder, its language servers and formatters, old sessions that it deletes. */
import type { FormatterStatus, IndexingStatus, LspStatus } from '@kilocode/sdk/v2/client'
import { among, flag, list, may, message, name, number, object, time, type Schema } from './bounds.ts'

export const indexing: Schema<IndexingStatus> = object<IndexingStatus>({
  state: among<IndexingStatus['state']>('Disabled', 'In Progress', 'Complete', 'Error', 'Standby'),
  message,
  processedFiles: number,
  totalFiles: number,
  percent: number,
})

export const languageServer: Schema<LspStatus> = object<LspStatus>({
  id: name,
  name,
  root: name,
  status: among<LspStatus['status']>('connected', 'error'),
})

export const formatter: Schema<FormatterStatus> = object<FormatterStatus>({
  name,
  extensions: list(name),
  enabled: flag,
})

/** The generated client is older than these two (docs/engine.md). */
export interface Retention {
  policy: { enabled: boolean; maxAgeDays: number }
  /** The last time that somebody had it done. */
  last?: { at: number; scanned: number; deleted: number; skippedActive: number; failed: number }
}

export const retention: Schema<Retention> = object<Retention>({
  policy: object<Retention['policy']>({ enabled: flag, maxAgeDays: number }),
  last: may(
    object<NonNullable<Retention['last']>>({
      at: time,
      scanned: number,
      deleted: number,
      skippedActive: number,
      failed: number,
    }),
  ),
})

/** `prepared`: it has been now; else it was already, or there are no snapshots here. */
export interface PreparedSnapshot {
  prepared: boolean
  durationMs: number
}

export const preparedSnapshot: Schema<PreparedSnapshot> = object<PreparedSnapshot>({
  prepared: flag,
  durationMs: number,
})
