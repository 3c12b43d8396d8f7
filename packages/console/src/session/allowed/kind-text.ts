import { escapeInvisible } from '../../ui/escape-invisible.ts'

const WORDS: Readonly<Record<string, string>> = {
  edit: 'edits',
  bash: 'all commands',
  webfetch: 'fetching pages',
  websearch: 'searching the web',
  task: 'starting subagents',
  read: 'reading files',
}

/** A kind of permission as people call it; one that is not known, an MCP server's for one, by its name. Pure. */
export const kindText = (permission: string): string =>
  Object.hasOwn(WORDS, permission) ? (WORDS[permission] ?? '') : escapeInvisible(permission.slice(0, 80))
