import type { ParsedFile } from '../../shared/parse-settings.ts'

/** What is at the path of a source; `changedAt`: Unix milliseconds. Of one that was not looked at there is none. */
export type FileLook =
  | { found: 'file'; parsed: ParsedFile; changedAt: number }
  | { found: 'nothing' }
  | { found: 'unreadable'; why: string }

/** By path. */
export type FileLooks = ReadonlyMap<string, FileLook>
