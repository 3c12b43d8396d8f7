/** What a mention of a file, a folder or an agent becomes: text with a mark, and a part of the prompt. Pure. */
import type { Mark, PromptExtra } from '../../../../shared/unsent.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { printablePath } from '../../../ui/path-split.ts'
import { endOf } from '../marks/marks.ts'
import type { Insertion, Suggestion } from './suggestion.ts'

/** A name on one line with nothing in it that is not seen: whatever a file is called, the text says what it is. */
export const shownName = (name: string): string => printablePath(escapeInvisible(name))

export function mentionOf(
  suggestion: Exclude<Suggestion, { kind: 'command' }>,
  start: number,
  lines?: { from: number; to: number },
): Insertion {
  const { kind } = suggestion
  if (kind === 'agent') {
    const value = `@${shownName(suggestion.name)}`
    return { text: `${value} `, marks: [{ kind, start, value, name: suggestion.name }] }
  }
  const { path } = suggestion
  if (kind === 'folder') {
    const value = `@${shownName(path)}`
    return { text: `${value} `, marks: [{ kind, start, value, path }] }
  }
  const value = `@${shownName(path)}${lines ? linesText(lines) : ''}`
  return { text: `${value} `, marks: [{ kind, start, value, path, ...(lines && { lines }) }] }
}

const linesText = ({ from, to }: { from: number; to: number }) =>
  from === to ? `#L${from}` : `#L${from}-${to}`

/** The parts that go with a prompt. `directory`: absolute, where paths are relative to. */
export function extraOf(mark: Mark, directory: string): PromptExtra {
  const quoted = { value: mark.value, start: mark.start, end: endOf(mark) }
  if (mark.kind === 'agent') return { type: 'agent', name: mark.name, source: quoted }
  const absolute = joinPath(directory, mark.path)
  const url = fileUrl(absolute)
  const lines = mark.kind === 'file' ? mark.lines : undefined
  return {
    type: 'file',
    mime: mark.kind === 'folder' ? 'application/x-directory' : 'text/plain',
    filename: mark.path,
    url: lines ? `${url}?start=${lines.from}&end=${lines.to}` : url,
    source: { type: 'file', text: quoted, path: absolute },
  }
}

function joinPath(directory: string, path: string): string {
  const isWindows = /^[A-Za-z]:[\\/]/.test(directory)
  const inner = path.replace(/[/\\]$/, '')
  if (inner === '') return directory
  // Another client named something outside of the folder.
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) return inner
  return `${directory.replace(/[/\\]$/, '')}${isWindows ? '\\' : '/'}${inner}`
}

/** Of what is named from a folder on. */
export const absoluteUrl = (directory: string, path: string): string => fileUrl(joinPath(directory, path))

/** As `pathToFileURL` of Node: a `#` or `%` in a name is a letter. */
export function fileUrl(path: string): string {
  const slashed = /^[A-Za-z]:/.test(path) ? `/${path.replaceAll('\\', '/')}` : path
  return `file://${slashed
    .split('/')
    // Half a letter of two units has no bytes, and would throw.
    .map((name) => encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/')
    .replace(/^\/([A-Za-z])%3A/, '/$1:')}`
}

/** The path that an address of a file means, with slashes; undefined: it means none. The other way round of `fileUrl`. */
export function filePathOf(url: string): string | undefined {
  const [, path = ''] = /^file:\/\/(\/[^?#]*)/.exec(url) ?? []
  try {
    return path === '' ? undefined : decodeURIComponent(path).replace(/^\/(?=[A-Za-z]:\/)/, '')
  } catch {
    return undefined
  }
}
