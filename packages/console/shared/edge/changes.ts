import type { SnapshotFileDiff, Todo } from '@kilocode/sdk/v2/client'
import { among, may, message, name, number, object, path, text, type Schema } from './bounds.ts'

export const fileDiff: Schema<SnapshotFileDiff> = object<SnapshotFileDiff>({
  file: may(path),
  patch: may(text),
  additions: number,
  deletions: number,
  status: may(among('added', 'deleted', 'modified')),
})

export const todo: Schema<Todo> = object<Todo>({ content: message, status: name, priority: name })
