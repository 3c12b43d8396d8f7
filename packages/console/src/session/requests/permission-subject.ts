import type { PermissionRequest } from '@kilocode/sdk/v2/client'
import { holdsMark } from '@kilo-console/engine/secrets/hidden'
import { bagOf, firstText, readable, relativePath, type Bag } from '../tools/registry/input.ts'
import { toolOf } from '../tools/registry/registry.ts'

/** The tool call that a request is about, as the model wrote it. */
export interface Call {
  tool: string
  input: Bag
}

export interface Field {
  name: string
  text: string
}

/** What is asked for, in the form in which a person can judge it. Texts are as they came: the view spells out what is invisible. */
export interface PermissionSubject {
  command?: string
  /** The caller's own words on it. */
  description?: string
  /** A unified diff of what would change. */
  diff?: string
  /** Paths, patterns or addresses. */
  targets: string[]
  /** Everything else that the call is made with: a command's folder, a subagent's prompt, an unknown tool's input. */
  fields: Field[]
}

/** Of the metadata: what the card shows in a place of its own. */
const TOLD = ['diff', 'filediff', 'directories', 'patterns', 'parentDir']
/** Of the metadata of a change of files: what the diff tells better. */
const TOLD_BY_DIFF = ['filepath', 'files']
/** Where a call names what the request names as its target. */
const NAMES_TARGET = ['filePath', 'filepath', 'path', 'url', 'query', 'pattern', 'workdir', 'subagent_type']

/**
 * `directory` is that of the session that asks. `call` is the call behind the request: the request's own metadata leave out some of it
 * (engine 7.7.7: the folder that a command runs in, a subagent's prompt, all that an MCP tool is called with).
 */
export function permissionSubjectOf(
  request: PermissionRequest,
  directory: string,
  call?: Call,
): PermissionSubject {
  const metadata = bagOf(request.metadata)
  const command = firstText(metadata['command'], call?.input['command'])
  const description = firstText(metadata['description'], call?.input['description'])
  const diff = firstText(metadata['diff'], bagOf(metadata['filediff'])['patch'])
  const named = firstText(metadata['filepath'], metadata['url'], metadata['query'])
  const isCommand = command !== '' && request.permission === 'bash'
  const asked =
    named !== '' && request.permission !== 'external_directory' ? named.split(', ') : request.patterns
  // Not of the tool that is asked for but of the one that is called: `edit` stands for all that change files.
  const isDiff = request.permission === 'edit' && diff !== ''
  const inDiff = (isDiff && call && toolOf(call.tool).inDiff) || []
  const targets = [...new Set(asked)]
    .filter((target) => target !== command && target !== '*')
    .map((target) => relativePath(target, directory))
  return {
    ...(command ? { command } : {}),
    ...(description && description !== command ? { description } : {}),
    ...(diff ? { diff } : {}),
    targets: isCommand ? [] : targets,
    fields: fieldsOf(
      call?.input ?? {},
      metadata,
      isDiff ? [...TOLD, ...TOLD_BY_DIFF] : TOLD,
      (name, text) => {
        if (inDiff.includes(name)) return true
        if (text === command || text === description) return name === 'command' || name === 'description'
        const place = relativePath(text, directory)
        return NAMES_TARGET.includes(name) && (text === directory || (!isCommand && targets.includes(place)))
      },
    ),
  }
}

/** Whether it differs from what would be done: what is the same as a secret is not shown, whoever made it one. */
export function isPartHidden(subject: PermissionSubject): boolean {
  return holdsMark(JSON.stringify(subject))
}

/** All of the input that is not shown elsewhere, and of the metadata what goes beyond the input. */
function fieldsOf(
  input: Bag,
  metadata: Bag,
  told: readonly string[],
  isShown: (name: string, text: string) => boolean,
): Field[] {
  const fields = (bag: Bag) =>
    Object.entries(bag)
      .map(([name, value]) => ({ name, text: readable(value) }))
      .filter(({ name, text }) => text !== '' && !isShown(name, text))
  const called = fields(input)
  const said = new Set(Object.values(input).map(readable))
  return [...called, ...fields(metadata).filter(({ name, text }) => !told.includes(name) && !said.has(text))]
}
