import { firstText, textOf, type Bag } from './input.ts'
import { field, path } from './subjects.ts'
import type { CallFacts, FilePiece, ToolTable } from './tool.ts'

const file = path('filePath', 'path')

/** What `read` wraps a file's lines into for the model. */
const READ = /^<path>[^]*?<content>\n?([^]*?)(?:\n\n\([^\n]*\))?\n?<\/content>\s*$/

/** Without the number that the engine puts before each line; undefined where one has none, or they do not follow each other. */
function pieceOf(output: string): FilePiece | undefined {
  const lines = output.split('\n').map((line) => /^(\d{1,9}): ?([^]*)$/.exec(line))
  const firstLine = Number(lines[0]?.[1])
  if (!lines.every((line, at) => Number(line?.[1]) === firstLine + at)) return undefined
  return { text: lines.map((line) => line?.[2] ?? '').join('\n'), firstLine }
}

/** What a patch in the engine's own format does, and with which files. */
const patched = (input: Bag): { done: string; name: string }[] =>
  [...textOf(input['patchText']).matchAll(/^\*\*\* (Add|Update|Delete|Move) (?:File|to): (.+)$/gm)].map(
    ([, done = '', name = '']) => ({ done, name }),
  )

/** Those that are there behind it. */
const left = (input: Bag): string[] =>
  patched(input).flatMap(({ done, name }, at, all) =>
    done === 'Delete' || all[at + 1]?.done === 'Move' ? [] : [name],
  )

const one = ({ input }: CallFacts): readonly string[] => [firstText(input['filePath'], input['path'])]

const changes = { icon: 'write', kind: 'path', asks: 'wants to change files', files: one } as const

const notebook = { kind: 'path', subject: path('path'), files: one } as const

export const fileTools: ToolTable = {
  read: {
    icon: 'read',
    kind: 'path',
    subject: file,
    onLine: ['filePath'],
    output: (output) => READ.exec(output)?.[1] ?? output,
    piece: pieceOf,
    files: (call) => (/^<path>.*<\/path>\s*<type>directory</.test(call.output) ? [] : one(call)),
    asks: 'wants to read',
  },
  list: { icon: 'read', kind: 'path', subject: file, onLine: ['path'], asks: 'wants to list a folder' },
  write: { ...changes, subject: file, writes: 'content', inDiff: ['filePath', 'content'] },
  edit: { ...changes, subject: file, inDiff: ['filePath', 'oldString', 'newString', 'replaceAll'] },
  multiedit: { ...changes, subject: file, inDiff: ['filePath', 'edits'] },
  apply_patch: {
    ...changes,
    subject: (input) =>
      patched(input)
        .filter(({ done }) => done !== 'Move')
        .map(({ name }) => name)
        .join(', '),
    files: ({ input }) => left(input),
    inDiff: ['patchText'],
  },
  notebook_read: { ...notebook, icon: 'read', asks: 'wants to read a notebook' },
  notebook_edit: { ...notebook, icon: 'write', asks: 'wants to change a notebook' },
  notebook_execute: { ...notebook, icon: 'command', asks: 'wants to run a notebook cell' },
  send_file: {
    icon: 'message',
    kind: 'path',
    subject: path('path'),
    files: one,
    asks: 'wants to send you a file',
  },
  repo_overview: {
    icon: 'read',
    kind: 'path',
    subject: field('repository', 'path'),
    asks: 'wants to look over a repository',
  },
}
