/** What a tool call works on, from its input. Pure. Source: the input schemas of the engine's tools. */

export type ToolIcon =
  'command' | 'read' | 'write' | 'search' | 'web' | 'todos' | 'subagent' | 'question' | 'skill' | 'other'

export interface Subject {
  icon: ToolIcon
  /** A command, a path, a pattern; may be empty. */
  subject: string
  /** A path keeps its end where there is too little room; code is monospaced. */
  kind: 'code' | 'path' | 'text'
}

export type Bag = Record<string, unknown>

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const bagOf = (value: unknown): Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {}

export const listOf = (value: unknown): Bag[] => (Array.isArray(value) ? value.map(bagOf) : [])

/** A path from the session's directory, where it lies inside. */
export function relativePath(path: string, directory: string): string {
  return directory !== '/' && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path
}

type Read = (input: Bag, directory: string) => Subject

const file =
  (icon: ToolIcon): Read =>
  (input, directory) => ({
    icon,
    subject: relativePath(textOf(input['filePath'] ?? input['path']), directory),
    kind: 'path',
  })

const field =
  (icon: ToolIcon, name: string, kind: Subject['kind']): Read =>
  (input) => ({ icon, subject: textOf(input[name]).trim(), kind })

const search: Read = (input, directory) => {
  const path = relativePath(textOf(input['path']), directory)
  const where = path === '' || path === directory ? '' : `  in ${path}`
  return { icon: 'search', subject: textOf(input['pattern']) + where, kind: 'code' }
}

const question: Read = (input) => {
  const [first, ...others] = listOf(input['questions'])
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return { icon: 'question', subject: textOf(first?.['question']) + more, kind: 'text' }
}

/** The files that a patch in the engine's own format names. */
const patch: Read = (input) => {
  const files = [...textOf(input['patchText']).matchAll(/^\*\*\* (?:Add|Update|Delete) File: (.+)$/gm)]
  const names = files.map(([, name = '']) => name)
  return { icon: 'write', subject: names.join(', '), kind: 'path' }
}

const KNOWN: Record<string, Read> = {
  bash: field('command', 'command', 'code'),
  background_process: field('command', 'command', 'code'),
  read: file('read'),
  list: file('read'),
  write: file('write'),
  edit: file('write'),
  multiedit: file('write'),
  apply_patch: patch,
  glob: search,
  grep: search,
  codesearch: field('search', 'query', 'text'),
  semantic_search: field('search', 'query', 'text'),
  codebase_search: field('search', 'query', 'text'),
  websearch: field('web', 'query', 'text'),
  webfetch: field('web', 'url', 'path'),
  todowrite: () => ({ icon: 'todos', subject: '', kind: 'text' }),
  todoread: () => ({ icon: 'todos', subject: '', kind: 'text' }),
  task: field('subagent', 'description', 'text'),
  question,
  skill: field('skill', 'name', 'text'),
}

/** A tool that we do not know (MCP, a plugin) shows the first thing in its input that a person can read. */
const unknown: Read = (input) => {
  const first = Object.values(input).find((value) => typeof value === 'string' && value.trim() !== '')
  return { icon: 'other', subject: textOf(first).trim(), kind: 'text' }
}

export function subjectOf(tool: string, input: Bag, directory: string): Subject {
  return (KNOWN[tool] ?? unknown)(input, directory)
}
