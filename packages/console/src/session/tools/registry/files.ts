import { textOf } from './input.ts'
import { field, path } from './subjects.ts'
import type { Tool, ToolTable } from './tool.ts'

const file = path('filePath', 'path')

/** What `read` wraps a file's lines into for the model. */
const READ = /^<path>[^]*?<content>\n?([^]*?)(?:\n\n\([^\n]*\))?\n?<\/content>\s*$/

/** The files that a patch in the engine's own format names. */
const patchedFiles: Tool['subject'] = (input) =>
  [...textOf(input['patchText']).matchAll(/^\*\*\* (?:Add|Update|Delete) File: (.+)$/gm)]
    .map(([, name = '']) => name)
    .join(', ')

const changes = { icon: 'write', kind: 'path', asks: 'wants to change files' } as const

const notebook = { kind: 'path', subject: path('path') } as const

export const fileTools: ToolTable = {
  read: {
    icon: 'read',
    kind: 'path',
    subject: file,
    onLine: ['filePath'],
    output: (output) => READ.exec(output)?.[1] ?? output,
    asks: 'wants to read',
  },
  list: { icon: 'read', kind: 'path', subject: file, onLine: ['path'], asks: 'wants to list a folder' },
  write: { ...changes, subject: file, inDiff: ['filePath', 'content'] },
  edit: { ...changes, subject: file, inDiff: ['filePath', 'oldString', 'newString', 'replaceAll'] },
  multiedit: { ...changes, subject: file, inDiff: ['filePath', 'edits'] },
  apply_patch: { ...changes, subject: patchedFiles, inDiff: ['patchText'] },
  notebook_read: { ...notebook, icon: 'read', asks: 'wants to read a notebook' },
  notebook_edit: { ...notebook, icon: 'write', asks: 'wants to change a notebook' },
  notebook_execute: { ...notebook, icon: 'command', asks: 'wants to run a notebook’s cell' },
  send_file: { icon: 'message', kind: 'path', subject: path('path'), asks: 'wants to send you a file' },
  repo_overview: {
    icon: 'read',
    kind: 'path',
    subject: field('repository', 'path'),
    asks: 'wants to look over a repository',
  },
}
