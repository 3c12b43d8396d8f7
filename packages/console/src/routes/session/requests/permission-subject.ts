import type { PermissionRequest } from '@kilocode/sdk/v2/client'
import { bagOf, relativePath, textOf } from '../tools/tool-subject.ts'
import { unmasked } from './unmasked.ts'

/** What is asked for, in the form in which a person can judge it. */
export interface PermissionSubject {
  /** "run a command", behind the name of who asks. */
  asks: string
  command?: string
  /** The caller's own words on it. */
  description?: string
  /** A unified diff of what would change. */
  diff?: string
  /** Paths, patterns or addresses. */
  targets: string[]
}

const ASKS: Record<string, string> = {
  bash: 'wants to run a command',
  edit: 'wants to change files',
  read: 'wants to read',
  glob: 'wants to list files',
  grep: 'wants to search files',
  list: 'wants to list a folder',
  webfetch: 'wants to fetch a page',
  websearch: 'wants to search the web',
  task: 'wants to start a subagent',
  skill: 'wants to use a skill',
  external_directory: 'wants to leave the project’s folder',
  doom_loop: 'repeats the same call and asks whether to go on',
}

function first(...values: unknown[]): string {
  return values.map((value) => textOf(value).trim()).find((value) => value !== '') ?? ''
}

/** `directory` is that of the session that asks. Sources: the metadata that the engine's tools put into a request. */
export function permissionSubjectOf(request: PermissionRequest, directory: string): PermissionSubject {
  const metadata = bagOf(request.metadata)
  const command = first(metadata['command'])
  const description = first(metadata['description'])
  const diff = first(metadata['diff'], bagOf(metadata['filediff'])['patch'])
  const named = first(metadata['filepath'], metadata['url'], metadata['query'])
  const targets = [...new Set(named === '' ? request.patterns : named.split(', '))]
    .filter((target) => target !== command && target !== '*')
    .map((target) => relativePath(target, directory))
  return {
    asks: ASKS[request.permission] ?? `wants to use ${request.permission}`,
    ...(command ? { command: unmasked(command) } : {}),
    ...(description && description !== command ? { description: unmasked(description) } : {}),
    ...(diff ? { diff: unmasked(diff.replaceAll('\r\n', '\n')) } : {}),
    targets: command && request.permission === 'bash' ? [] : targets.map(unmasked),
  }
}

/** What "Allow always" would cover; null where the engine offers nothing to remember. */
export function alwaysCovers({ always, permission }: PermissionRequest): string | null {
  if (always.length === 0) return null
  return always.includes('*') ? `every ${permission}` : always.join(', ')
}
