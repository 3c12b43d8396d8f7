import type { SnapshotFileDiff, Todo } from '@kilocode/sdk/v2/client'
import { among, may, message, name, number, object, path, text, type Schema } from './bounds.ts'

export const fileDiff: Schema<SnapshotFileDiff> = object<SnapshotFileDiff>({
  file: may(path),
  patch: may(text),
  additions: number,
  deletions: number,
  status: may(among('added', 'deleted', 'modified')),
})

/** A file's change as the engine tells it when asked for that file alone: its patch whole, and the text of both sides where it can read them. */
export interface WholeDiff extends Partial<SnapshotFileDiff> {
  before?: string
  after?: string
}

export const wholeDiff: Schema<WholeDiff> = object<WholeDiff>({
  file: may(path),
  patch: may(text),
  additions: may(number),
  deletions: may(number),
  status: may(among('added', 'deleted', 'modified')),
  before: may(text),
  after: may(text),
})

export const commitMessage: Schema<{ message: string }> = object<{ message: string }>({ message })

export const todo: Schema<Todo> = object<Todo>({ content: message, status: name, priority: name })
